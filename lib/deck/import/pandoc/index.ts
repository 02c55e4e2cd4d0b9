import type { Notice } from "@/lib/deck/deck";
import { assignAnchors } from "@/lib/deck/anchors";
import { pageBehind } from "@/lib/deck/import/reveal/attributes";
import { readSlideSource } from "@/lib/deck/slide-source";
import type { Conversion, DialectReader, Evidence } from "@/lib/deck/import/dialect";
import { countLines, counted, found } from "@/lib/deck/import/evidence";
import { editFrontMatter } from "@/lib/deck/import/front-matter-edits";
import { joinSlides } from "@/lib/deck/import/join-slides";
import { once } from "@/lib/deck/import/once";
import { maskCode } from "@/lib/deck/import/masked-text";
import { writeSlide } from "@/lib/deck/import/slide-comments";
import type { SourceText } from "@/lib/deck/import/source-text";
import { openTags } from "@/lib/deck/import/void-tags";
import { nameUnconverted } from "@/lib/deck/import/unconverted";
import { nameMarks } from "@/lib/deck/import/unconverted-marks";
import { convertCitations } from "./citations";
import { openVisible } from "./conditional";
import { convertCode } from "./code-blocks";
import { convertCrossReferences, findTargets, targetsIn, type Targets } from "./cross-references";
import { convertDashes, isSmart } from "./dashes";
import { convertDefinitionLists } from "./definition-lists";
import { convertDivs } from "./divs";
import { convertHeadings } from "./headings";
import { convertInline } from "./inline";
import { convertLetteredLists } from "./lettered-lists";
import { pandocMarks } from "./marks";
import { takeMetadata } from "./metadata-blocks";
import { convertNumberedLists } from "./numbered-lists";
import { convertQuotedLists } from "./quoted-lists";
import { formatOptions, readPandocSettings, readTitleBlock, slideLevelOf, writeTitleSlide } from "./settings";
import { convertShortcodes, fillMetadata } from "./shortcodes";
import { escapeFalseHeadings, splitPandoc, type PandocSlide } from "./split-slides";
import { convertTableCaptions } from "./table-captions";
import { convertTables } from "./tables";

/** Pandoc's slide shows and Quarto's reveal.js decks: headings start slides. */
export const pandoc: DialectReader = { name: "pandoc", label: "Pandoc or Quarto", detect, convert };

const formats = /revealjs|beamer|slidy|slideous|dzslides|ioslides|\bs5\b|pptx|powerpoint/;

function detect({ text, lines, frontMatter }: SourceText): readonly Evidence[] {
  const { values } = frontMatter;
  const options = formatOptions(values);
  return [
    ...found(formats.test(JSON.stringify(values.format ?? values.output ?? "")), "a slide format in the front matter", 14),
    ...found(options["slide-level"] !== undefined || options.slide_level !== undefined, "`slide-level`", 6),
    ...found(
      values.bibliography !== undefined || values.execute !== undefined || values.institute !== undefined,
      "settings of Pandoc's or Quarto's",
      4,
    ),
    ...found(readTitleBlock(text).length > 0, "a title block (`% title`)", 9),
    ...counted(countLines(lines, /^#{1,6} .*\{(?:[.#][\w-]|[\w-]+=)[^}]*\}\s*$|^#{1,6}\s*\{[^}]*\}\s*$/), "headings with attributes", {
      each: 3,
      most: 9,
    }),
    ...counted(
      countLines(lines, /^:{3,}\s*\{?\s*\.?(?:columns|column|notes|incremental|nonincremental|fragment|callout-\w+|panel-tabset|aside|footer)\b/),
      "fenced divs",
      { each: 2, most: 8 },
    ),
    ...counted(lines.filter(({ info = "" }) => /^\{[.=]?[A-Za-z]/.test(info)).length, "code blocks with attributes in braces", { each: 3, most: 9 }),
    ...counted(countLines(lines, /!\[[^\]]*\]\([^)]*\)\{[^}]*=[^}]*\}/), "images with attributes", { each: 1, most: 3 }),
    ...counted(countLines(lines, /\{\{<\s*\w/), "shortcodes", { each: 4, most: 8 }),
    ...counted(countLines(lines, /^\. \. \.\s*$/), "pauses (`. . .`)", { each: 1, most: 3 }),
    ...found(isHeaded(lines, frontMatter.values), "a title in the front matter, and headings without any break", 3),
  ];
}

/** A text whose author has named title and author, with headings of two levels and no rule between them: a deck cut by its headings. */
function isHeaded(lines: SourceText["lines"], values: Readonly<Record<string, unknown>>): boolean {
  if (values.title === undefined || (values.author === undefined && values.subtitle === undefined)) return false;
  if (["marp", "headingDivider", "theme", "layout", "tags"].some((key) => values[key] !== undefined)) return false;
  if (countLines(lines, /^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$/) > 0) return false;
  return countLines(lines, /^# \S/) > 1 && countLines(lines, /^## \S/) > 3;
}

function convert(source: SourceText): Conversion {
  const block = source.frontMatter.length === 0 ? readTitleBlock(source.text) : { length: 0, values: {} };
  const bodyStart = source.frontMatter.length + block.length;
  const { text, values: metadata } = takeMetadata(source.text.slice(bodyStart));
  const body = openVisible(text);
  const values = { ...source.frontMatter.values, ...block.values, ...metadata };
  // The deck language's own settings never stand in Pandoc's: such a deck has been cut already.
  const isCut = /<!--\s*_[A-Za-z-]+:/.test(maskCode(body));
  const slideLevel = isCut ? 0 : slideLevelOf(values, body);
  const slides = splitPandoc(body, slideLevel);
  const nextNote = labelNotes(source.text);
  const linked = new Set([...body.matchAll(/\]\(#([^)\s]+)\)/g)].map(([, id = ""]) => id));
  const isIncremental = formatOptions(values).incremental === true;
  const hasBibliography = values.bibliography !== undefined;
  const targets = findTargets(body);
  const sign = isSmart(values) ? convertDashes : (own: string) => own;
  const fill = (own: string) => fillMetadata(own, values);
  const options = { fill, slideLevel, nextNote, linked, isIncremental, hasBibliography, targets, sign };
  const levels = new Map<number, (text: string) => Written>();
  const write = ({ text, level }: PandocSlide): Written => {
    const fresh = (own: string) => convertSlide({ text: own, level }, options);
    // A note that stands in the text is given a label that no other has.
    if (text.includes("^[")) return fresh(text);
    const known = levels.get(level) ?? once(fresh);
    levels.set(level, known);
    return known(text);
  };
  const written = slides.map(write);
  const first = isCut
    ? []
    : [sign(convertShortcodes(fillMetadata(writeTitleSlide(values), values))), writeContents(values, written)].filter((text) => text !== "");
  const texts = linkIds([...first.map((text) => ({ text, ids: [] })), ...written]);
  const title = typeof values.title === "string" && sign(values.title) !== values.title ? { title: sign(values.title) } : {};
  const set = { ...block.values, ...metadata, ...title, ...readPandocSettings(values) };
  const front = editFrontMatter(source.text.slice(0, source.frontMatter.length), { set });
  const notices = slides.flatMap((slide, index) => nameUnknown(source, bodyStart + slide.start, written[index] ?? empty));
  const isFilled = ({ range }: Notice) => fill(source.text.slice(range.start, range.end)) !== source.text.slice(range.start, range.end);
  return {
    markdown: `${front === "" ? "" : `${front.trimEnd()}\n\n`}${joinSlides(texts)}\n`,
    notices: [...notices, ...nameMarks(source, pandocMarks(hasBibliography, targets)).filter((notice) => !isFilled(notice))],
  };
}

interface Written {
  readonly text: string;
  /** By which links lead to it: its heading's, and those of what stands on it and has a number. */
  readonly ids: readonly string[];
  readonly level: number;
  readonly unknown: readonly string[];
  readonly hasPageBehind: boolean;
}

interface SlideOptions {
  readonly slideLevel: number;
  readonly nextNote: () => string;
  /** Ids that a link of the deck leads to. */
  readonly linked: ReadonlySet<string>;
  /** Lists of the deck appear item by item. */
  readonly isIncremental: boolean;
  /** Citations lead somewhere: they show their keys. */
  readonly hasBibliography: boolean;
  readonly targets: Targets;
  /** Puts what the front matter says where the text asks for it. */
  readonly fill: (text: string) => string;
  /** Sets dashes and dots as print does. */
  readonly sign: (text: string) => string;
}

const empty: Written = { text: "", ids: [], level: 0, unknown: [], hasPageBehind: false };

function convertSlide(
  { text, level }: Pick<PandocSlide, "text" | "level">,
  { fill, slideLevel, nextNote, linked, isIncremental, hasBibliography, targets, sign }: SlideOptions,
): Written {
  if (text.trim() === "") return empty;
  const referred = convertCrossReferences(convertLetteredLists(convertNumberedLists(fill(text))), targets);
  const headed = convertHeadings(
    convertDefinitionLists(convertTableCaptions(convertTables(convertCode(escapeFalseHeadings(openTags(referred)))))),
    level,
    linked,
  );
  const cited = hasBibliography ? convertCitations(headed.text) : headed.text;
  const { text: shown, notes, footer } = convertDivs(convertQuotedLists(cited, isIncremental));
  const { values, lead, tail, notes: more, unknown } = headed.attributes;
  const content = sign(convertInline(shown, nextNote));
  const isSection = level > 0 && level < slideLevel && isHeadingOnly(content);
  return {
    text: writeSlide({
      values: { ...(isSection ? { layout: "section" } : {}), ...values, footer: footer === undefined ? undefined : sign(footer) },
      content: [lead, content.trim(), tail].filter((part) => part !== "").join("\n\n"),
      notes: sign([notes, more].filter((part) => part !== "").join("\n\n")),
    }),
    ids: [...(headed.id === undefined ? [] : [headed.id]), ...targetsIn(text, targets)],
    level,
    unknown,
    hasPageBehind: tail !== "",
  };
}

/** The slide that `toc: true` asks for: a list to edit, since nothing here fills it. */
function writeContents(values: Readonly<Record<string, unknown>>, slides: readonly Written[]): string {
  const options = formatOptions(values);
  if (options.toc !== true) return "";
  const highest = slides.reduce((least, { level }) => (level > 0 ? Math.min(least, level) : least), Infinity);
  const titles = slides.filter(({ level }) => level === highest).map(({ text }) => readSlideSource(text, { breaks: false }).title);
  const title = typeof options["toc-title"] === "string" ? options["toc-title"] : "Contents";
  return `## ${title}\n\n${titles
    .filter((one) => one !== "")
    .map((one) => `- ${one}`)
    .join("\n")}`;
}

function isHeadingOnly(content: string): boolean {
  return /^\s*#{1,6}[ \t][^\n]*\s*$/.test(content.replace(/^\[\/\/\]: # .*$/gm, ""));
}

/** Labels for notes that had none, beside those of the deck. */
function labelNotes(text: string): () => string {
  let count = 0;
  const next = (): string => {
    count++;
    const label = `note-${count}`;
    return text.includes(`[^${label}]`) ? next() : label;
  };
  return next;
}

/** Links to a slide by its ids follow it under the address that the deck gives it. */
function linkIds(slides: readonly Pick<Written, "text" | "ids">[]): readonly string[] {
  const linked = slides.some(({ ids }) => ids.length > 0) && slides.some(({ text }) => text.includes("](#"));
  if (!linked) return slides.map(({ text }) => text);
  const anchors = assignAnchors(slides.map(({ text }) => readSlideSource(text, { breaks: false }).title));
  const targets = new Map(slides.flatMap(({ ids }, index) => ids.map((id) => [id, anchors[index] ?? ""] as const)));
  return slides.map(({ text }) =>
    text.replace(/\]\(#([^)\s]+)\)/g, (whole, id: string) => (targets.has(id) ? `](#${targets.get(id) ?? id})` : whole)),
  );
}

function nameUnknown(source: SourceText, start: number, { unknown, hasPageBehind }: Written): readonly Notice[] {
  const lineEnd = source.text.indexOf("\n", start);
  const end = lineEnd === -1 ? source.text.length : lineEnd;
  const name = (code: string, message: string) => nameUnconverted(source, { code, message, start, end });
  return [
    ...(hasPageBehind ? [name("import-background-page", pageBehind)] : []),
    ...unknown.map((key) => name("import-slide-attribute", `"${key}" has no word here; it is kept on the slide and does nothing.`)),
  ];
}
