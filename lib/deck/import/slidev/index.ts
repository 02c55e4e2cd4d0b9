import type { Notice } from "@/lib/deck/deck";
import { countLines, counted, found } from "@/lib/deck/import/evidence";
import { editFrontMatter } from "@/lib/deck/import/front-matter-edits";
import type { Conversion, DialectReader, Evidence } from "@/lib/deck/import/dialect";
import { joinSlides } from "@/lib/deck/import/join-slides";
import { once } from "@/lib/deck/import/once";
import { hideText, writeSlide } from "@/lib/deck/import/slide-comments";
import type { SourceText } from "@/lib/deck/import/source-text";
import { nameUnconverted } from "@/lib/deck/import/unconverted";
import { nameMarks } from "@/lib/deck/import/unconverted-marks";
import { convertClicks } from "./clicks";
import { convertCodeBlocks, numberAllLines } from "./code-blocks";
import { convertHtml, joinTags } from "./html";
import { slidevMarks } from "./marks";
import { convertMathBlocks } from "./math";
import { convertMdc } from "./mdc";
import { separateNotes } from "./notes";
import { readHeadmatter, readSlideFront, readYamlMapping, slidevLayouts } from "./settings";
import { convertSlots } from "./slots";
import { splitSlidev, type SlidevSlide } from "./split-slides";
import { convertUtilities } from "./utilities";

/** Slidev: front matter on slides, slots, click animations, Vue in between. */
export const slidev: DialectReader = { name: "slidev", label: "Slidev", detect, convert };

const deckSettings = [
  "drawings",
  "mdc",
  "comark",
  "colorSchema",
  "highlighter",
  "addons",
  "themeConfig",
  "canvasWidth",
  "routerMode",
  "titleTemplate",
] as const;
const slideSettings = /^(?:layout|transition|level|hideInToc|clicks|src|routeAlias|dragPos|disabled|hide)[ \t]*:/m;

function detect({ text, lines, frontMatter }: SourceText): readonly Evidence[] {
  const known = deckSettings.filter((key) => key in frontMatter.values);
  const fronts = splitSlidev(text).filter(({ yaml }, index) => index > 0 && yaml !== undefined && slideSettings.test(yaml)).length;
  const layout = frontMatter.values.layout;
  return [
    ...counted(known.length, `of Slidev's settings (${known.join(", ")})`, { each: 4, most: 8 }),
    ...found(typeof layout === "string" && layout in slidevLayouts, `\`layout: ${String(layout)}\` at the top`, 2),
    ...counted(fronts, "slides with front matter", { each: 4, most: 12 }),
    ...counted(countLines(lines, /\bv-(?:click|clicks|after|motion|mark|drag)\b/), "lines with `v-click` and the like", { each: 3, most: 12 }),
    ...counted(countLines(lines, /^::[\w-]+::\s*$/), "slots like `::right::`", { each: 4, most: 8 }),
    ...counted(countLines(lines, /^<<<\s+\S/), "snippets (`<<< file`)", { each: 4, most: 8 }),
    ...counted(countLines(lines, /<(?:Tweet|Youtube|Toc|Arrow|SlidevVideo|carbon[-:]|logos-|mdi-|uim-|Counter\b)/), "of Slidev's components", {
      each: 2,
      most: 6,
    }),
    ...counted(lines.filter(({ info = "" }) => /magic-move|\{monaco|\btwoslash\b/.test(info)).length, "blocks with magic move, Monaco or twoslash", {
      each: 4,
      most: 8,
    }),
  ];
}

function convert(source: SourceText): Conversion {
  const slides = splitSlidev(source.text);
  const { mdc, comark, lineNumbers } = source.frontMatter.values;
  const passes = [...(mdc === true || comark === true ? [convertMdc] : []), ...slidePasses, ...(lineNumbers === true ? [numberAllLines] : [])];
  const notices: Notice[] = [...nameMarks(source, slidevMarks)];
  const pass = once((content) => {
    const { content: shown, notes } = separateNotes(content);
    return { shown: passes.reduce((text, one) => one(text), shown), hasLayout: hasLayout(shown), notes };
  });
  const settings = once(readYamlMapping);
  let front = "";
  const written = slides.map((slide, index) => {
    let yaml = slide.yaml === undefined ? {} : settings(slide.yaml);
    if (index === 0 && slide.yaml !== undefined && yaml !== undefined) {
      const head = readHeadmatter(yaml);
      front = editFrontMatter(`---\n${slide.yaml}---\n`, head.changes);
      yaml = head.slide;
    }
    notices.push(...nameFront(source, slide, yaml, index === 0));
    return convertSlide(slide, yaml, { isFirst: index === 0, pass });
  });
  return { markdown: `${front === "" ? "" : `${front.trimEnd()}\n\n`}${joinSlides(written)}\n`, notices };
}

function convertSlide(slide: SlidevSlide, yaml: Readonly<Record<string, unknown>> | undefined, { isFirst, pass }: SlideOptions): string {
  if (!isFirst && slide.yaml === undefined && slide.content.trim() === "") return "";
  const { shown, hasLayout, notes } = pass(slide.content);
  const { values, lead } = readSlideFront(yaml ?? {}, { isFirst: isFirst && !hasLayout });
  // Front matter that says no settings is text that somebody wrote: it shows.
  const lost = yaml === undefined && slide.yaml !== undefined ? `\`\`\`yaml\n${slide.yaml.trimEnd()}\n\`\`\`` : "";
  return writeSlide({
    values,
    content: [isFirst ? "" : hideText(yamlComments(slide.yaml)), lead, lost, shown.trim()].filter((part) => part !== "").join("\n\n"),
    notes,
  });
}

interface SlideOptions {
  readonly isFirst: boolean;
  /** What shows on a slide, and its notes. */
  readonly pass: (content: string) => { readonly shown: string; readonly hasLayout: boolean; readonly notes: string };
}

const slidePasses: readonly ((text: string) => string)[] = [
  joinTags,
  convertCodeBlocks,
  convertMathBlocks,
  convertHtml,
  convertUtilities,
  convertClicks,
  convertSlots,
];

/** Comments of a slide's front matter; those of the first stay where they are. */
function yamlComments(yaml: string | undefined): string {
  return (yaml ?? "")
    .split("\n")
    .filter((line) => /^[ \t]*#/.test(line))
    .join("\n");
}

function hasLayout(content: string): boolean {
  return /<!--\s*_?layout:/.test(content);
}

/** Names what of a slide's front matter has no word here. */
function nameFront(source: SourceText, slide: SlidevSlide, yaml: Readonly<Record<string, unknown>> | undefined, isFirst: boolean): readonly Notice[] {
  if (slide.yaml === undefined) return [];
  const name = (code: string, message: string, at: number, length: number) =>
    nameUnconverted(source, {
      code,
      message,
      start: slide.yamlStart + at,
      end: slide.yamlStart + at + length,
      severity: code === "import-setting" ? "info" : "warning",
    });
  if (yaml === undefined)
    return [
      name(
        "import-front-matter",
        "Slidev reads these lines as settings, but they are none; they show on the slide now.",
        0,
        slide.yaml.trimEnd().length,
      ),
    ];
  return Object.entries(yaml).flatMap(([key, value]) => {
    const at = Math.max(0, slide.yaml?.search(new RegExp(`^${key.replace(/[^\w-]/g, "\\$&")}[ \\t]*:`, "m")) ?? 0);
    if (key === "src") {
      return [
        name(
          "import-src",
          `The slides of ${String(value)} are in another file; this slide stands for them. Paste them in its place.`,
          at,
          key.length,
        ),
      ];
    }
    if (key === "layout" && typeof value === "string" && !(value in slidevLayouts)) {
      return [
        name(
          "import-layout",
          `The layout "${value}" comes from a theme; the slide keeps its name as a class and looks like any other.`,
          at,
          key.length,
        ),
      ];
    }
    return understood.has(key) || (isFirst && key === "theme")
      ? []
      : [name("import-setting", `"${key}" has no word here; it is kept on the slide and does nothing.`, at, key.length)];
  });
}

const understood: ReadonlySet<string> = new Set([
  "layout",
  "class",
  "background",
  "image",
  "url",
  "hide",
  "disabled",
  "backgroundSize",
  "duration",
  "transition",
]);
