import { parseFragment, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { createElement, printHtml } from "@/lib/deck/sanitize/tree";

/**
 * What could run, fetch or reach out of a slide in this HTML, as a browser reads it; empty for none. It knows nothing
 * of the allow-list: what it names is what a browser would act on.
 */
export function harmIn(html: string): readonly string[] {
  const found: string[] = [];
  if (html.includes("\u0000")) found.push("NUL");
  const open: Tree.Node[] = [read(html)];
  for (let node = open.pop(); node; node = open.pop()) {
    if ("content" in node) found.push("template");
    if ("tagName" in node) found.push(...harmOf(node));
    if ("childNodes" in node) open.push(...node.childNodes);
  }
  return found;
}

/** The HTML after a browser read and printed it. */
export function readAndPrint(html: string): string {
  return printHtml(read(html));
}

function read(html: string): Tree.DocumentFragment {
  return parseFragment(createElement("div"), html, {});
}

const dangerous =
  /^(?:script|object|embed|applet|base|link|meta|form|button|textarea|select|template|noscript|portal|frame|frameset|area|map|dialog|canvas|foreignobject|use|image|animate\w*|set|title|xmp|plaintext|param|slot)$/;
const acting =
  /^(?:on.*|srcdoc|srcset|formaction|action|ping|background|usemap|xlink:.*|xmlns.*|name|slot|part|is|popover.*|contenteditable|tabindex|accesskey|autofocus|autoplay|download|attributionsrc|http-equiv|nonce|form|target|rel|data-active|data-over)$/;

function harmOf({ tagName, attrs, childNodes, namespaceURI }: Tree.Element): readonly string[] {
  const found: string[] = [];
  const value = (name: string) => attrs.find((attribute) => attribute.name === name)?.value;
  const isChartTitle = tagName === "title" && namespaceURI.endsWith("svg");
  if (dangerous.test(tagName.toLowerCase()) && !isChartTitle) found.push(`<${tagName}>`);
  if (namespaceURI.includes("MathML")) found.push(`<${tagName}> of MathML`);
  if (tagName === "input" && (value("type") !== "checkbox" || value("disabled") === undefined)) found.push("<input>");
  if (
    tagName === "iframe" &&
    (value("sandbox") === undefined || !/^https:\/\/(?:www\.youtube(?:-nocookie)?\.com|player\.vimeo\.com)\//.test(value("src") ?? ""))
  )
    found.push(`<iframe src="${value("src")}">`);
  if (tagName === "style") found.push(...harmOfSheet(childNodes.map((node) => ("value" in node ? node.value : "")).join("")));
  for (const { name, value: text } of attrs) {
    const isOurs = (tagName === "a" && (name === "target" || name === "rel")) || (name === "tabindex" && text === "0");
    if (acting.test(name) && !isOurs && !(name === "name" && tagName === "a" && text.startsWith("d-"))) found.push(`${tagName} ${name}`);
    if (name === "id" && tagName !== "section" && !text.startsWith("d-")) found.push(`id="${text}"`);
    if (["href", "src", "poster", "cite", "data"].includes(name) && !isSafeAddress(text, tagName)) found.push(`${tagName} ${name}="${text}"`);
    if (name === "style") found.push(...harmOfStyle(text));
  }
  return found;
}

/** Read with tabs and line ends dropped, as browsers do. */
function isSafeAddress(raw: string, tagName: string): boolean {
  const url = raw.replace(/[\t\n\r]/g, "").trim();
  if (/^https?:\/\//i.test(url) || !/^[a-z][a-z0-9+.-]*:/i.test(url)) return !/^[\\/]{2}/.test(url);
  if (["a", "blockquote", "q", "del", "ins"].includes(tagName)) return /^(?:https?|mailto|tel):/i.test(url);
  return /^data:(?:image|audio|video)\//i.test(url);
}

function harmOfStyle(css: string): readonly string[] {
  const found: string[] = [];
  if (/(?<![\w-])position\s*:\s*(?!static|relative|absolute)/i.test(css) || /po\\/.test(css)) found.push(`style="${css}"`);
  if (/expression\s*\(|behavior\s*:|-moz-binding|:.*javascript:|image-set|@import|src\s*\(/i.test(css)) found.push(`style="${css}"`);
  for (const [, address = ""] of css.matchAll(/url\(\s*["']?([^)"']*)/gi)) if (!isSafeAddress(address, "img")) found.push(`url(${address})`);
  return found;
}

/** A style sheet whose rules all hold inside a slide. */
export function harmOfSheet(css: string): readonly string[] {
  const found = [...harmOfStyle(css)];
  if (css.includes("<")) found.push("< in a style sheet");
  if (/@(?:import|font-face|namespace|property|page|charset|counter-style)/i.test(css)) found.push(css);
  const flat = css.replace(/@(?:-webkit-)?keyframes[^{]*\{(?:[^{}]*\{[^{}]*\})*\}/gi, "").replace(/"(?:[^"\\]|\\.)*"/g, '""');
  const topLevel = flat.replace(/@(?:media|supports|layer)[^{]*\{/gi, "");
  for (const [, selectors = ""] of topLevel.matchAll(/(?:^|\})([^{}]+)\{/g)) {
    for (const selector of selectors.split(/,(?![^()]*\))/))
      if (!/^(?:\.slide(?![\w\\\u0080-\uffff])|&)/.test(selector)) found.push(`selector ${selector}`);
  }
  return found;
}
