import { htmlMarks } from "@/lib/deck/import/html-marks";
import { nameMarks } from "@/lib/deck/import/unconverted-marks";
import type { Conversion, DialectReader } from "@/lib/deck/import/dialect";
import { counted, countLines, found } from "@/lib/deck/import/evidence";
import { editFrontMatter } from "@/lib/deck/import/front-matter-edits";
import { joinSlides } from "@/lib/deck/import/join-slides";
import { countBelow, lineStarts } from "@/lib/deck/positions";
import type { SourceText } from "@/lib/deck/import/source-text";
import { isRemarkPage, readRemarkPage, type RemarkPage } from "./page";
import { listReports, type Report } from "./reports";
import { linkToAnchors } from "./links";
import { printSlide } from "./print-slide";
import { readRemarkSlides } from "./slides";
import { titleSettings, titleSlideOf } from "./title-slide";

/** remark: `???` notes, `--` increments, properties, `.class[…]`; as Markdown or inside its page. */
export const remark: DialectReader = {
  name: "remark",
  label: "remark",
  detect(source) {
    if (isRemarkPage(source.text)) return [{ points: 20, says: "a page that loads remark" }];
    const { lines } = source;
    return [
      ...found(isXaringan(source), "xaringan's front matter", 12),
      ...counted(countLines(lines, /^\?\?\?$/), "`???` lines", { each: 3, most: 8 }),
      ...counted(countLines(lines, /(?:^|[\s([*_-])(?:\.[a-zA-Z_][\w-]*)+\[/), "`.class[…]`", { each: 1, most: 7 }),
      ...counted(countLines(lines, /^(?:class|layout|template|count|background-image|background-size|exclude): *\S/), "slide properties", {
        each: 2,
        most: 8,
      }),
      ...counted(countLines(lines, /^--$/), "`--` increments", { each: 1, most: 4 }),
      ...counted(countLines(lines, /!\[:[a-z]+/i), "macros", { each: 2, most: 4 }),
    ];
  },
  convert(source) {
    const page = readRemarkPage(source.text);
    return page ? convertPage(source, page) : convertMarkdown(source);
  },
};

/** Markdown by itself; a leading block of properties between rules is a first, empty slide and a second one, as in remark. */
function convertMarkdown(source: SourceText): Conversion {
  const hasFrontMatter = source.frontMatter.length > 0 && !Object.keys(source.frontMatter.values).every((key) => slideProperties.has(key));
  const length = hasFrontMatter ? source.frontMatter.length : 0;
  const deck = source.text.slice(length);
  const reports: Report[] = [];
  const title = hasFrontMatter ? titleSlideOf(source) : undefined;
  const { markdown, starts } = convertSlides(deck, { highlightLines: "guess", dollars: isXaringan(source), reports, title });
  const linesBefore = countBelow(source.starts, length);
  return {
    markdown: withFront(source.text.slice(0, length), markdown),
    notices: [...listReports(reports, source, toLine(source, starts, linesBefore)), ...nameMarks(source, htmlMarks)],
  };
}

const slideProperties: ReadonlySet<string> = new Set(["name", "class", "layout", "template", "count", "exclude", "background-image"]);

function isXaringan({ text, frontMatter }: SourceText): boolean {
  return /xaringan|moon_reader/.test(text.slice(0, frontMatter.length));
}

function convertPage(source: SourceText, page: RemarkPage): Conversion {
  const { options } = page;
  const reports: Report[] = [];
  const { markdown, starts } = convertSlides(page.text, {
    highlightLines: options.highlightLines ? "always" : "never",
    // A page that loads a library for math, as xaringan's do, has it look into code as well.
    dollars: /mathjax|katex|xaringan/i.test(source.text),
    reports,
    title: undefined,
  });
  const set = {
    title: page.title ?? readTitle(source),
    aspectRatio: options.ratio === "16:9" || options.ratio === "4:3" ? options.ratio : undefined,
    style: page.style === "" ? undefined : page.style,
  };
  const aboutPage = listReports(describePage(page), source, (offset) => offset);
  const notices = listReports(reports, source, toLine(source, starts, page.linesBefore));
  return { markdown: editFrontMatter(markdown, { set }), notices: [...aboutPage, ...notices] };
}

/** The title in the front matter that a site generator reads. */
function readTitle({ frontMatter }: SourceText): string | undefined {
  return typeof frontMatter.values.title === "string" ? frontMatter.values.title : undefined;
}

/** From an offset of the slides' Markdown, whose lines start at `starts`, to the start of its line in the imported text. */
function toLine(source: SourceText, starts: readonly number[], linesBefore: number): (offset: number) => number {
  return (offset) => source.starts[Math.min(countBelow(starts, offset + 1) - 1 + linesBefore, source.starts.length - 1)] ?? 0;
}

function describePage({ options, scripts, style }: RemarkPage): readonly Report[] {
  const reports: Report[] = [];
  const say = (code: string, message: string) => reports.push({ code, message, start: 0, end: 0 });
  if (options.sourceUrl !== undefined)
    say("import-other-file", `The slides of this page are in another file, ${options.sourceUrl}: import that one.`);
  if (scripts > 0) say("import-page-script", "Slides run no scripts: those of the page are left out.");
  if (style !== "") say("import-page-style", "The page's own style went into the deck's settings; what it says of remark's parts does nothing here.");
  return reports;
}

interface ConvertOptions {
  readonly highlightLines: "always" | "never" | "guess";
  readonly dollars: boolean;
  readonly reports: Report[];
  /** Markdown of a title slide to put before all others. */
  readonly title: string | undefined;
}

function convertSlides(
  text: string,
  { highlightLines, dollars, reports, title }: ConvertOptions,
): { readonly markdown: string; readonly starts: readonly number[] } {
  const trimmed = trimCommonIndent(text);
  const { slides, unused, first, beyond } = readRemarkSlides(trimmed);
  if (beyond !== undefined) {
    const message = "Templates and layouts put more on the slides than fits a deck: from here on slides show their own text alone.";
    reports.push({ code: "import-too-much", message, start: beyond, end: beyond });
  }
  const aboutDeck = [...first.values()].filter(({ key }) => deckProperties.has(key));
  const context = { highlightLines, dollars, report: (report: Report) => reports.push(report), kept: new Set(aboutDeck) };
  const printed = slides.map((slide, index) => printSlide(slide, { ...context, unused: index === slides.length - 1 ? unused : [] }));
  const titled =
    title === undefined ? [] : readRemarkSlides(title).slides.map((slide) => printSlide(slide, { ...context, report: () => {}, unused: [] }));
  const all = title === undefined ? printed : [`${titleSettings}\n\n${titled.join("\n\n").trim()}`, ...printed];
  const names = slides.map((slide) => slide.properties.get("name")?.value);
  const joined = linkToAnchors(joinSlides(all), title === undefined ? names : [undefined, ...names]);
  const set = Object.fromEntries(aboutDeck.map(({ key, value }) => [key, value]));
  return { markdown: editFrontMatter(`${joined.trimEnd()}\n`, { set }), starts: lineStarts(trimmed) };
}

/** Properties that decks have on their first slide for whoever lists them. */
const deckProperties: ReadonlySet<string> = new Set(["title", "description", "author", "date", "keywords"]);

/** remark takes away what all lines are indented by, so that a deck may stand indented in its page. */
function trimCommonIndent(text: string): string {
  let common = Infinity;
  for (const line of text.split("\n")) {
    const indent = line.search(/[^ \t]/);
    if (indent !== -1 && indent < common) common = indent;
    if (common === 0) return text;
  }
  return Number.isFinite(common) ? text.replace(new RegExp(`^[ \\t]{0,${common}}`, "gm"), "") : text;
}

/** The deck's own front matter before what became of its slides. */
function withFront(front: string, markdown: string): string {
  return front === "" ? markdown : `${front.trimEnd()}\n\n${markdown}`;
}
