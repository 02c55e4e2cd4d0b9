import type { Conversion, DialectReader, Evidence } from "@/lib/deck/import/dialect";
import { countLines, counted, found } from "@/lib/deck/import/evidence";
import { mapFenceInfos } from "@/lib/deck/import/fence-infos";
import { editFrontMatter } from "@/lib/deck/import/front-matter-edits";
import { wrapEnvironments } from "@/lib/deck/import/formulas";
import { joinSlides } from "@/lib/deck/import/join-slides";
import { once } from "@/lib/deck/import/once";
import { readSlideLinks } from "@/lib/deck/import/reveal/links";
import { revealMarks } from "@/lib/deck/import/reveal/marks";
import type { Separators } from "@/lib/deck/import/reveal/separators";
import { readRevealOptions } from "@/lib/deck/import/reveal/settings";
import { convertRevealSlide } from "@/lib/deck/import/reveal/slide";
import { nameAttributeComments, nameCutCode, nameRepeatedNotes } from "@/lib/deck/import/reveal/slide-notices";
import { splitReveal } from "@/lib/deck/import/reveal/split-slides";
import type { SourceText } from "@/lib/deck/import/source-text";
import { nameMarks } from "@/lib/deck/import/unconverted-marks";
import { convertBoxes } from "./boxes";
import { convertInline } from "./inline";
import { hedgedocMarks } from "./marks";

/** HedgeDoc, HackMD and CodiMD: reveal.js with their own Markdown. */
export const hedgedoc: DialectReader = { name: "hedgedoc", label: "HedgeDoc or HackMD", detect, convert };

function detect({ lines, frontMatter }: SourceText): readonly Evidence[] {
  const { slideOptions, type, robots, GA, disqus } = frontMatter.values;
  return [
    ...found(slideOptions !== undefined, "`slideOptions`", 16),
    ...found(type === "slide", "`type: slide`", 12),
    ...counted([robots, GA, disqus].filter((value) => value !== undefined).length, "of HedgeDoc's settings", { each: 2, most: 4 }),
    ...counted(countLines(lines, /^:{3,}[ \t]*(?:success|info|warning|danger|spoiler)\b/), "HackMD boxes", { each: 4, most: 8 }),
    ...counted(countLines(lines, /\{%[ \t]*(?:youtube|vimeo|gist|slideshare|speakerdeck|pdf|hackmd|figma)\b/i), "embeds (`{%youtube … %}`)", {
      each: 4,
      most: 8,
    }),
    ...counted(countLines(lines, /!\[[^\]]*\]\([^)]*\s=\d*%?x\d*%?\)/), "images with a size (`=100x200`)", { each: 3, most: 6 }),
    ...counted(countLines(lines, /^#{5,6}\s+tags:/), "`tags:` lines", { each: 3, most: 3 }),
    ...counted(countLines(lines, /https?:\/\/(?:i\.imgur\.com|hackmd\.io|codimd\.|hedgedoc\.|demo\.hedgedoc)/), "addresses of HackMD's pictures", {
      each: 1,
      most: 2,
    }),
    ...counted(lines.filter(({ info = "" }) => /^[\w+#-]+=\+?\d*$/.test(info)).length, "code with numbered lines (`js=`)", { each: 3, most: 6 }),
  ];
}

/** A break needs a blank line before and after it (public/js/slide.js); a slide has notes where exactly one line starts so. */
const separators: Separators = { horizontal: /^\n---\n$/gm, vertical: /^\n----\n$/gm, notes: /^note:/gim };

function convert(source: SourceText): Conversion {
  const slides = splitReveal(source.body, separators).map((slide) => ({ ...slide, start: source.frontMatter.length + slide.start }));
  const links = readSlideLinks(slides);
  const convertText = (text: string) =>
    links.convert(convertInline(wrapEnvironments(convertBoxes(convertFences(text))))).replace(/<!--\s*NOTES?:\s*/gi, "<!-- ");
  const write = once((text) => convertRevealSlide(text, { notes: separators.notes, convert: convertText, linked: links.linked }));
  const written = slides.map(({ text }) => write(text));
  return {
    markdown: `${readFront(source)}${joinSlides(written)}\n`,
    notices: [
      ...nameAttributeComments(source, links.linked),
      ...nameRepeatedNotes(source, slides, separators.notes),
      ...nameCutCode(source, slides),
      ...nameMarks(source, [...hedgedocMarks, ...revealMarks]),
    ],
  };
}

/** A line end is a line break unless the note says otherwise. */
function readFront({ text, frontMatter }: SourceText): string {
  const { values } = frontMatter;
  const set = { ...readRevealOptions(values.slideOptions, values), breaks: values.breaks ?? true };
  const front = editFrontMatter(text.slice(0, frontMatter.length), { set });
  return front === "" ? "" : `${front.trimEnd()}\n\n`;
}

/** `js=101` numbers the lines, `js=+` goes on counting, for which there is no word here, and `js!` wraps them, as all are here. */
function convertFences(text: string): string {
  return mapFenceInfos(text, (info) => {
    const [, language = "", mark, first = ""] = /^([\w+#-]*)(=|!)\+?(\d*)$/.exec(info) ?? [];
    if (mark === undefined) return undefined;
    return mark === "!"
      ? language
      : `${language} {lines:true${/^[1-9]\d{0,5}$/.test(first) && first !== "1" ? `,startLine:${first}` : ""}}`.trimStart();
  });
}
