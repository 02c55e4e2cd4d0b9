import { appendAll } from "@/lib/deck/append-all";
import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import type { Attributes } from "./attributes";
import { convertHtmlFormulas, setsFormulas } from "./html-formulas";
import { readSeparator, type Separators } from "./separators";
import { splitReveal } from "./split-slides";

/** One slide of a page, still in reveal.js' words. */
export interface PageSlide {
  readonly text: string;
  readonly attributes: Attributes;
  readonly notes: RegExp;
  readonly h: number;
  readonly v: number;
  /** The file that its Markdown is in; undefined where it stands in the page. */
  readonly file: string | undefined;
  /** Offset of its section in the page. */
  readonly start: number;
}

export interface Page {
  readonly title: string;
  readonly slides: readonly PageSlide[];
}

/** Whether a text is a page of reveal.js', or sections cut out of one. */
export function isPage(text: string): boolean {
  return /<section\b/i.test(text) && (/<section\b[^>]*\bdata-markdown\b/i.test(text) || /class\s*=\s*["'][^"']*\bslides\b/i.test(text));
}

/** Reads the slides of a page in order, stacks flattened; sections with Markdown in them are cut as the plugin does. */
export function readPage(text: string, defaults: Separators): Page {
  const root = parse(text, { sourceCodeLocationInfo: true });
  const options: SectionOptions = { defaults, convert: setsFormulas(text) ? convertHtmlFormulas : (html) => html };
  const elements = descendants(root);
  const holder = elements.find((element) => classesOf(element).includes("slides")) ?? elements.find(({ tagName }) => tagName === "body");
  const title = elements.find(({ tagName }) => tagName === "title");
  const slides: PageSlide[] = [];
  let h = 0;
  for (const section of childSections(holder)) {
    const inner = isMarkdown(section) ? [] : childSections(section);
    if (inner.length === 0) {
      const read = readSection(text, section, options);
      appendAll(
        slides,
        read.map((slide) => ({ ...slide, h: slide.h + h })),
      );
      h = (slides.at(-1)?.h ?? h) + 1;
      continue;
    }
    let v = 0;
    const shared = attributesOf(section);
    for (const one of inner) {
      for (const slide of readSection(text, one, options)) {
        slides.push({
          ...slide,
          attributes: new Map([...[...shared].filter(([name]) => name.startsWith("data-background")), ...slide.attributes]),
          h,
          v,
        });
        v++;
      }
    }
    h++;
  }
  return { title: title === undefined ? "" : textOf(title).trim(), slides };
}

interface SectionOptions {
  readonly defaults: Separators;
  /** What becomes of a section's own HTML. */
  readonly convert: (html: string) => string;
}

function readSection(text: string, section: Tree.Element, { defaults, convert }: SectionOptions): readonly PageSlide[] {
  const attributes = attributesOf(section);
  const start = section.sourceCodeLocation?.startOffset ?? 0;
  const notes = readSeparator(attributes.get("data-separator-notes"));
  const separators: Separators = {
    horizontal: readSeparator(attributes.get("data-separator")) ?? defaults.horizontal,
    vertical: readSeparator(attributes.get("data-separator-vertical")),
    notes: notes === undefined ? defaults.notes : new RegExp(notes.source, "gmi"),
  };
  const place = { attributes, notes: separators.notes, start, file: undefined };
  if (!isMarkdown(section)) return [{ ...place, text: innerHtml(text, section, convert), h: 0, v: 0 }];
  const file = attributes.get("data-markdown");
  if (file) return [{ ...place, text: "", file, h: 0, v: 0 }];
  const template = descendants(section).find((element) => element.tagName === "script" || element.attrs.some(({ name }) => name === "data-template"));
  const markdown = unindent(textOf(template ?? section));
  // The plugin cuts only sections that say where: elsewhere a rule is one to see.
  if (!separatorNames.some((name) => attributes.get(name))) return [{ ...place, text: markdown, h: 0, v: 0 }];
  return splitReveal(markdown, separators).map((slide) => ({ ...place, text: slide.text, h: slide.h, v: slide.v }));
}

const separatorNames = ["data-separator", "data-separator-vertical", "data-separator-notes"];

/** Takes off what every line is indented by, as the plugin does with what the first one is. */
function unindent(text: string): string {
  const first = /^\n?([ \t]*)/.exec(text)?.[1] ?? "";
  return first === ""
    ? text
    : text
        .split("\n")
        .map((line) => (line.startsWith(first) ? line.slice(first.length) : line.replace(/^[ \t]+$/, "")))
        .join("\n");
}

/**
 * What stands in a section that has no Markdown: HTML at the margin and without blank lines, so that it stays one
 * block of HTML; its headings are Markdown's, so that the slide has a title.
 */
function innerHtml(text: string, section: Tree.Element, convert: (html: string) => string): string {
  const place = section.sourceCodeLocation;
  if (!place?.startTag) return textOf(section);
  const inside = text.slice(place.startTag.endOffset, place.endTag?.startOffset ?? place.endOffset);
  const flat = (part: string) => convert(part.replace(/[ \t]*\n\s*/g, "\n"));
  const parts = inside
    .split(/(<pre\b[\s\S]*?<\/pre>)/i)
    .map((part, index) => (index % 2 === 1 ? part.replace(/\n[ \t]*(?=\n)/g, "&#10;") : flat(part)));
  return parts
    .join("")
    .trim()
    .replace(/^<h([1-6])>([^<\n]*)<\/h\1>$/gm, (_, level: string, words: string) => `\n${"#".repeat(Number(level))} ${words.trim()}\n`);
}

function isMarkdown(section: Tree.Element): boolean {
  return section.attrs.some(({ name }) => name === "data-markdown");
}

function attributesOf(element: Tree.Element): Attributes {
  return new Map(element.attrs.map(({ name, value }) => [name, value]));
}

function classesOf(element: Tree.Element): readonly string[] {
  return (element.attrs.find(({ name }) => name === "class")?.value ?? "").split(/\s+/);
}

function childSections(parent: Tree.Element | undefined): readonly Tree.Element[] {
  return (parent?.childNodes ?? []).filter((node): node is Tree.Element => "tagName" in node && node.tagName === "section");
}

function descendants(root: Tree.ParentNode): readonly Tree.Element[] {
  const found: Tree.Element[] = [];
  const open: Tree.ChildNode[] = root.childNodes.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!("tagName" in node)) continue;
    found.push(node);
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i];
      if (child) open.push(child);
    }
  }
  return found;
}

function textOf(root: Tree.ParentNode): string {
  let text = "";
  const open: Tree.ChildNode[] = root.childNodes.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    if ("value" in node) text += node.value;
    else if ("childNodes" in node) appendAll(open, node.childNodes.toReversed());
  }
  return text;
}
