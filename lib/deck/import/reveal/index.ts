import type { Notice } from "@/lib/deck/deck";
import type { Conversion, DialectReader, Evidence } from "@/lib/deck/import/dialect";
import { countLines, counted, found } from "@/lib/deck/import/evidence";
import { editFrontMatter } from "@/lib/deck/import/front-matter-edits";
import { unescapeFormulas, unescapeUnderscores, unwrapCodeFormulas, wrapEnvironments } from "@/lib/deck/import/formulas";
import { joinSlides } from "@/lib/deck/import/join-slides";
import { convertMermaidBlocks } from "@/lib/deck/import/mermaid-blocks";
import { breaksLikeGitpitch } from "@/lib/deck/import/gitpitch/breaks";
import { once } from "@/lib/deck/import/once";
import { writeImage } from "@/lib/deck/import/slide-background";
import type { SourceText } from "@/lib/deck/import/source-text";
import { nameUnconverted } from "@/lib/deck/import/unconverted";
import { nameMarks } from "@/lib/deck/import/unconverted-marks";
import { blankSeparators, cutsAtBlankLines, nameBlankLines } from "./blank-separators";
import { isPage, readPage } from "./html-page";
import { readSlideLinks } from "./links";
import { revealMarks } from "./marks";
import { readSeparator, type Separators } from "./separators";
import { readRevealSettings } from "./settings";
import { convertRevealSlide } from "./slide";
import { nameAttributeComments, nameCutCode, nameRepeatedNotes } from "./slide-notices";
import { splitReveal } from "./split-slides";

/** reveal.js' Markdown, in a file as reveal-md reads it or in the page itself. */
export const reveal: DialectReader = { name: "reveal", label: "reveal.js", detect, convert };

function detect({ text, lines, frontMatter }: SourceText): readonly Evidence[] {
  // HedgeDoc's notes say so and share the rest; so does GitPitch, whose breaks reveal.js does not know.
  if (frontMatter.values.slideOptions !== undefined || frontMatter.values.type === "slide") return [];
  if (breaksLikeGitpitch(text, lines)) return [];
  const { revealOptions, verticalSeparator, separator, notesSeparator, highlightTheme, theme } = frontMatter.values;
  const settings = [revealOptions, verticalSeparator, separator, notesSeparator, highlightTheme].filter((value) => value !== undefined).length;
  return [
    ...counted(settings, "of reveal-md's settings", { each: 8, most: 16 }),
    ...found(
      typeof theme === "string" && /^(?:black|white|league|beige|night|serif|simple|solarized|moon|dracula|sky|blood)$/.test(theme),
      "a theme of reveal.js'",
      3,
    ),
    ...found(isPage(text), "sections of a page of reveal.js'", 14),
    ...counted(countLines(lines, /<!--\s*\.(?:slide|element):?\s/), "`.slide:` or `.element:` comments", { each: 3, most: 12 }),
    ...counted(countLines(lines, /^notes?:/i), "`Note:` lines", { each: 2, most: 6 }),
    ...counted(countLines(lines, /^----$/), "vertical breaks (`----`)", { each: 1, most: 3 }),
    ...counted(lines.filter(({ info = "" }) => /\[[\d,\s-]*\|[\d,|\s-]*\]/.test(info)).length, "code with line steps in brackets", {
      each: 2,
      most: 4,
    }),
  ];
}

/** The plugin's notes are `/^s*notes?:/`, for its backslash is lost in a JavaScript string (plugin/markdown/plugin.js). */
const notesLine = /^s*notes?:/gim;

function convert(source: SourceText): Conversion {
  return isPage(source.text) ? convertPage(source) : convertFile(source);
}

function convertFile(source: SourceText): Conversion {
  const separators = readSeparators(source);
  // reveal-md hands on the line end after the front matter: a break may follow at once.
  const start = Math.max(0, source.frontMatter.length - 1);
  const slides = splitReveal(source.text.slice(start), separators.used).map((slide) => ({ ...slide, start: start + slide.start }));
  const links = readSlideLinks(slides);
  const write = once((text) =>
    convertRevealSlide(text, { notes: separators.used.notes, convert: (shown) => links.convert(convertDrawn(shown)), linked: links.linked }),
  );
  const written = slides.map(({ text }) => write(text));
  const front = editFrontMatter(source.text.slice(0, source.frontMatter.length), readRevealSettings(source.frontMatter.values));
  return {
    markdown: `${front === "" ? "" : `${front.trimEnd()}\n\n`}${joinSlides(written)}\n`,
    notices: [
      ...separators.notices,
      ...nameAttributeComments(source, links.linked),
      ...nameRepeatedNotes(source, slides, separators.used.notes),
      ...nameCutCode(source, slides),
      ...nameMarks(source, revealMarks),
    ],
  };
}

/** What the front matter says to cut by, else what reveal-md does; classic decks stack with `--`. */
function readSeparators(source: SourceText): { readonly used: Separators; readonly notices: readonly Notice[] } {
  const { values, length } = source.frontMatter;
  if (cutsAtBlankLines(source, notesLine)) return { used: { ...blankSeparators, notes: notesLine }, notices: [nameBlankLines(source)] };
  const notices: Notice[] = [];
  const read = (key: string) => {
    const separator = readSeparator(values[key]);
    if (typeof values[key] === "string" && separator === undefined) {
      const at = Math.max(0, source.text.slice(0, length).indexOf(key));
      const message = `The ${key} ${JSON.stringify(values[key])} is more than we dare to run; the deck is cut by the usual one.`;
      notices.push(nameUnconverted(source, { code: "import-separator", message, start: at, end: at + key.length, severity: "warning" }));
    }
    return separator;
  };
  const horizontal = read("separator") ?? /\n---\n/gm;
  const vertical = read("verticalSeparator") ?? (/\n----\n/.test(source.body) || !/\n\n--\n\n/.test(source.body) ? /\n----\n/gm : /\n--\n/gm);
  const notes = read("notesSeparator");
  return { used: { horizontal, vertical, notes: notes === undefined ? notesLine : new RegExp(notes.source, "gim") }, notices };
}

/**
 * What scripts of the page's draw: diagrams, and formulas. The math plugin wants these in backticks or with their
 * backslashes doubled, and finds environments by themselves.
 */
function convertDrawn(text: string): string {
  return wrapEnvironments(unescapeFormulas(unwrapCodeFormulas(unescapeUnderscores(convertMermaidBlocks(text)), { dollars: false })));
}

function convertPage(source: SourceText): Conversion {
  const page = readPage(source.text, { horizontal: /\n---\n/gm, vertical: undefined, notes: notesLine });
  const links = readSlideLinks(page.slides);
  const notices: Notice[] = [];
  const written = page.slides.map(({ text, attributes, notes, file, start }) => {
    if (file === undefined)
      return convertRevealSlide(text, { notes, attributes, convert: (shown) => links.convert(convertDrawn(shown)), linked: links.linked });
    const message = `The slides of ${file} are in another file; this slide stands for them. Paste them in its place.`;
    notices.push(nameUnconverted(source, { code: "import-src", message, start, end: start + "<section".length, severity: "warning" }));
    return convertRevealSlide(writeImage("", file).slice(1).replace("[]", `[${file}]`), { notes, attributes });
  });
  const around = "The page around the slides (its scripts, styles and settings) stays behind; only the slides came over.";
  notices.push(
    nameUnconverted(source, {
      code: "import-page",
      message: around,
      start: 0,
      end: Math.min(source.text.length, source.text.indexOf("\n") + 1 || source.text.length),
    }),
  );
  const front = page.title === "" ? "" : `${editFrontMatter("", { set: { title: page.title } })}\n`;
  return {
    markdown: `${front}${joinSlides(written)}\n`,
    notices: [
      ...notices,
      ...nameAttributeComments(source, links.linked),
      ...nameMarks(source, revealMarks).filter(({ code }) => code !== "import-script"),
    ],
  };
}
