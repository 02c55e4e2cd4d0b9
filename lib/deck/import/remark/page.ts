import { parse, type DefaultTreeAdapterTypes } from "parse5";

/** The deck in a page that loads remark. */
export interface RemarkPage {
  /** The Markdown in `<textarea id="source">`, its entities decoded. */
  readonly text: string;
  /** How many lines of the page stand before its first line. */
  readonly linesBefore: number;
  readonly title: string | undefined;
  /** The page's own CSS. */
  readonly style: string;
  readonly scripts: number;
  readonly options: RemarkOptions;
}

/** What the page hands to `remark.create`. */
export interface RemarkOptions {
  readonly ratio: string;
  readonly highlightLines: boolean;
  readonly sourceUrl: string | undefined;
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const page = /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype|html|head|body|meta|title|script|textarea)\b/i;

/** True where the text is a page for remark and no Markdown. */
export function isRemarkPage(text: string): boolean {
  // Site generators put front matter before a page.
  if (!page.test(text.replace(/^---\n[\s\S]{0,4000}?\n---\n/, ""))) return false;
  return /<textarea\b[^>]*\bid=["']?source\b/i.test(text) || (/<textarea\b|\bsourceUrl\b/i.test(text) && /\bremark\b/i.test(text));
}

/** Reads the page; undefined where it is none. */
export function readRemarkPage(text: string): RemarkPage | undefined {
  if (!isRemarkPage(text)) return undefined;
  const elements = elementsOf(parse(text, { sourceCodeLocationInfo: true }));
  const areas = elements.filter(({ tagName }) => tagName === "textarea");
  const source = areas.find((area) => attribute(area, "id") === "source") ?? areas[0];
  const scripts = elements.filter(({ tagName }) => tagName === "script");
  const inside = source ? textOf(source) : "";
  const start = source?.sourceCodeLocation?.startTag;
  // HTML drops a line end right after the tag.
  const startsOnNextLine = start !== undefined && text[start.endOffset] === "\n";
  return {
    text: inside,
    linesBefore: start ? start.endLine - 1 + (startsOnNextLine ? 1 : 0) : 0,
    title: elements.filter(({ tagName }) => tagName === "title").map((element) => textOf(element).trim())[0] || undefined,
    style: elements
      .filter(({ tagName }) => tagName === "style")
      .map((element) => textOf(element).trim())
      .join("\n"),
    scripts: scripts.length,
    options: readOptions(scripts.map(textOf).join("\n")),
  };
}

function readOptions(script: string): RemarkOptions {
  return {
    ratio: /\bratio\s*:\s*["'](\d+:\d+)["']/.exec(script)?.[1] ?? "4:3",
    highlightLines: /\bhighlightLines\s*:\s*true\b/.test(script),
    sourceUrl: /\bsourceUrl\s*:\s*["']([^"'\n]+)["']/.exec(script)?.[1],
  };
}

function elementsOf(root: Node): readonly Element[] {
  const elements: Element[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if ("tagName" in node) elements.push(node);
    if ("childNodes" in node) for (const child of node.childNodes.toReversed()) open.push(child);
  }
  return elements;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function textOf(element: Element): string {
  return element.childNodes.map((child) => (child.nodeName === "#text" && "value" in child ? child.value : "")).join("");
}
