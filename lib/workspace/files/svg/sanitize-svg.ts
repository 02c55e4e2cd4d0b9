import { parseFragment, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { drawingAttributes, drawingElements, transparentElements } from "./allow-list";
import { harmlessCss, isOwnAddress } from "./style";

/** A picture that is safe to show, or what of it can't be kept. */
export type SanitizedSvg = { readonly state: "clean"; readonly text: string } | { readonly state: "refused"; readonly why: string };

/** Larger drawings are maps and scans: browsers struggle with them, and reading one would hold everybody else up. */
export const maxSvgBytes = 4 * 1024 * 1024;

const svgNamespace = "http://www.w3.org/2000/svg";
const maxDepth = 200;

/**
 * Reads a drawing and writes it anew with what the allow-list knows: no script, handler, link or embedded page, and
 * nothing that would be fetched. Comments, editors' data and document types go with it.
 */
export function sanitizeSvg(source: string): SanitizedSvg {
  const root = findRoot(parseFragment(withoutPrologue(source)));
  if (!root) return { state: "refused", why: "is not an SVG that browsers can read. Export it again, or save it as PNG" };
  const problem = findProblem(root);
  return problem === undefined ? { state: "clean", text: writeElement(root, true) } : { state: "refused", why: problem };
}

/** Document types declare entities, which the HTML parser doesn't read: they would show as text. */
function withoutPrologue(source: string): string {
  return source.replace(/^\uFEFF/, "").replace(/<!DOCTYPE[^>[]*(?:\[[^]*?\]\s*)?>/i, "");
}

function findRoot(fragment: Tree.DocumentFragment): Tree.Element | undefined {
  return fragment.childNodes.find((node): node is Tree.Element => isElement(node) && isSvg(node) && node.tagName === "svg");
}

/** What would be lost without a word: words set as HTML, and nesting that no drawing program writes. */
function findProblem(root: Tree.Element): string | undefined {
  const open: { readonly element: Tree.Element; readonly depth: number; readonly hasOther: boolean }[] = [
    { element: root, depth: 0, hasOther: false },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { element, depth, hasOther } = next;
    if (depth > maxDepth) return "nests its shapes too deep. Simplify it, or save it as PNG";
    if (element.tagName === "foreignObject") {
      if (!hasOther) return "sets words as HTML inside the picture, which is not kept. Export it with plain SVG text, or as PNG";
      continue;
    }
    const isChoice = element.tagName === "switch";
    for (const child of element.childNodes) if (isElement(child)) open.push({ element: child, depth: depth + 1, hasOther: isChoice });
  }
  return undefined;
}

function writeElement(element: Tree.Element, isRoot = false): string {
  if (transparentElements.has(element.tagName)) return `<g>${writeChildren(element)}</g>`;
  if (!isSvg(element) || !drawingElements.has(element.tagName)) return "";
  if (element.tagName === "style") return writeStyle(element);
  if (/^(?:animate|set)/.test(element.tagName) && !isLookAnimation(element)) return "";
  const attributes = element.attrs.map((attribute) => writeAttribute(element.tagName, attribute)).join("");
  const inside = writeChildren(element);
  const start = `<${element.tagName}${isRoot ? ` xmlns="${svgNamespace}"` : ""}${attributes}`;
  return inside === "" ? `${start}/>` : `${start}>${inside}</${element.tagName}>`;
}

function writeChildren(element: Tree.Element): string {
  return element.childNodes.map((child) => (isElement(child) ? writeElement(child) : "value" in child ? escapeXml(child.value) : "")).join("");
}

function writeStyle(element: Tree.Element): string {
  const css = harmlessCss(element.childNodes.map((child) => ("value" in child ? child.value : "")).join(""), "stylesheet");
  return css === undefined || css === "" ? "" : `<style>${escapeXml(css)}</style>`;
}

function writeAttribute(
  element: string,
  { name, prefix, value }: { readonly name: string; readonly prefix?: string; readonly value: string },
): string {
  if (prefix === "xml" && (name === "space" || name === "lang")) return ` xml:${name}="${escapeXml(value)}"`;
  if (name === "href" && (prefix === undefined || prefix === "" || prefix === "xlink"))
    return isOwnTarget(element, value) ? ` href="${escapeXml(value)}"` : "";
  if (prefix) return "";
  if (name === "style") {
    const css = harmlessCss(value, "declarationList");
    return css ? ` style="${escapeXml(css)}"` : "";
  }
  const isKnown = drawingAttributes.has(name) || /^aria-[a-z]+$/.test(name);
  return isKnown && isHarmlessValue(value) ? ` ${name}="${escapeXml(value)}"` : "";
}

/** Only pictures show data; all else refers to a place in the same drawing. */
function isOwnTarget(element: string, value: string): boolean {
  const address = value.trim();
  return address.startsWith("#") ? isOwnAddress(address) : /^(?:image|feImage)$/.test(element) && isOwnAddress(address.replace(/\s+/g, ""));
}

function isHarmlessValue(value: string): boolean {
  return (
    !/javascript:/i.test(value) && [...value.matchAll(/url\s*\(\s*["']?([^"')]*)/gi)].every(([, address = ""]) => address.trim().startsWith("#"))
  );
}

/** An animation may change how something looks, not where it leads. */
function isLookAnimation(element: Tree.Element): boolean {
  const name = element.attrs.find((attribute) => attribute.name === "attributeName")?.value ?? "";
  return !/href|^on|^style$|^class$/i.test(name.trim());
}

function escapeXml(text: string): string {
  let clean = "";
  for (const sign of text) if (sign >= " " || sign === "\n" || sign === "\t") clean += sign;
  return clean.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function isElement(node: Tree.Node): node is Tree.Element {
  return "tagName" in node;
}

function isSvg(element: Tree.Element): boolean {
  return element.namespaceURI === svgNamespace;
}
