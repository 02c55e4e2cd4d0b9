import { allowsSvgAttribute, allowsSvgProperty, svgElements, svgTextElements, svgUnwrapped } from "./svg-allow-list";
import { sanitizeSvgCss, sanitizeSvgDeclarations, sanitizeSvgValue } from "./svg-style";
import { elementsOf, insertBefore, isElement, isText, parseHtml, printHtml, readAttribute, remove, textOf, type Element, type Parent } from "./tree";

export interface SanitizeSvgOptions {
  /** Put before every id: no two diagrams of a page share one. Ids that begin with it stay as they are. */
  readonly idPrefix: string;
}

/** UTF-16 units of SVG that are looked at; a large flowchart has 200,000. */
export const maxSvgUnits = 1024 * 1024;
const maxElements = 20_000;
const maxDepth = 100;
/** In the diagram's own units; more has no place on any slide. */
const maxSide = 20_000;

const svgNamespace = "http://www.w3.org/2000/svg";

/**
 * A drawing as it may stand in a slide: shapes and words of the allow-list, style without addresses, ids under the
 * prefix, its size as custom properties for the theme. Undefined where the text is no drawing, or too large a one.
 * What came out goes in again unchanged.
 */
export function sanitizeSvg(text: string, { idPrefix }: SanitizeSvgOptions): string | undefined {
  if (text.length > maxSvgUnits) return undefined;
  const fragment = parseHtml(text);
  const svg = fragment.childNodes.find((node): node is Element => isElement(node) && node.tagName === "svg" && node.namespaceURI === svgNamespace);
  const size = svg && readSize(svg);
  if (!svg || !size) return undefined;
  const renameId = (id: string) => (id.startsWith(idPrefix) ? id : `${idPrefix}${id}`);
  const rootId = renameId(readId(svg) ?? "root");
  const css = cleanElements(svg);
  const elements = elementsOf(svg);
  if (elements.length > maxElements) return undefined;
  for (const element of [svg, ...elements]) cleanAttributes(element, renameId);
  svg.attrs = [
    { name: "xmlns", value: svgNamespace },
    { name: "id", value: rootId },
    ...svg.attrs.filter(({ name }) => name === "class" || name === "viewBox"),
    { name: "style", value: `--units-wide:${size.width};--units-high:${size.height}` },
    { name: "aria-hidden", value: "true" },
  ];
  if (readAttribute(svg, "viewBox") === undefined) svg.attrs.push({ name: "viewBox", value: `0 0 ${size.width} ${size.height}` });
  for (const node of fragment.childNodes.slice()) if (node !== svg) remove(node);
  const style = sanitizeSvgCss(css, { rootId, renameId, names: namesOf(elements) });
  const printed = printHtml(fragment);
  // As it is, not as text of a tree: `>` in a selector must read alike in and outside of the drawing.
  return style === "" ? printed : printed.replace(">", `><style>${style.replaceAll("$", "$$$$")}</style>`);
}

/** Leaves allowed elements and their words; returns the style sheets that stood among them. */
function cleanElements(svg: Element): string {
  const css: string[] = [];
  const open: { readonly parent: Parent; readonly depth: number }[] = [{ parent: svg, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { parent, depth } = next;
    for (let index = 0; index < parent.childNodes.length;) {
      const child = parent.childNodes[index];
      if (!child) break;
      if (isText(child)) {
        if (isElement(parent) && svgTextElements.has(parent.tagName)) index++;
        else remove(child);
      } else if (!isElement(child) || child.namespaceURI !== svgNamespace) remove(child);
      else if (svgUnwrapped.has(child.tagName)) unwrap(parent, child);
      else if (!svgElements.has(child.tagName) || depth >= maxDepth) {
        if (child.tagName === "style") css.push(textOf(child));
        remove(child);
      } else {
        open.push({ parent: child, depth: depth + 1 });
        index++;
      }
    }
  }
  return css.join("\n");
}

function unwrap(parent: Parent, element: Element): void {
  for (const child of element.childNodes.slice()) insertBefore(parent, child, element);
  remove(element);
}

function cleanAttributes(element: Element, renameId: (id: string) => string): void {
  element.attrs = element.attrs.flatMap(({ name, value, prefix }) => {
    if (prefix !== undefined && prefix !== "") return [];
    if (name === "id") return isId(value) ? [{ name, value: renameId(value) }] : [];
    const cleaned = cleanValue(name, value, renameId);
    return cleaned === "" ? [] : [{ name, value: cleaned }];
  });
}

function cleanValue(name: string, value: string, renameId: (id: string) => string): string {
  if (name === "style") return sanitizeSvgDeclarations(value, renameId);
  if (allowsSvgProperty(name)) return sanitizeSvgValue(name, value, renameId);
  return allowsSvgAttribute(name, value) ? value : "";
}

function isId(value: string): boolean {
  return /^[\w:.-]+$/.test(value);
}

function readId(element: Element): string | undefined {
  const id = readAttribute(element, "id");
  return id !== undefined && isId(id) ? id : undefined;
}

/** From the view box, else from width and height; undefined where it has no size that a slide could show. */
function readSize(svg: Element): { readonly width: number; readonly height: number } | undefined {
  const box = (readAttribute(svg, "viewBox") ?? "").trim().split(/[\s,]+/);
  const [width, height] = box.length === 4 ? box.slice(2) : [readAttribute(svg, "width"), readAttribute(svg, "height")];
  const sides = { width: Math.round(Number.parseFloat(width ?? "")), height: Math.round(Number.parseFloat(height ?? "")) };
  return [sides.width, sides.height].every((side) => side > 0 && side <= maxSide) ? sides : undefined;
}

function namesOf(elements: readonly Element[]): ReadonlySet<string> {
  const names = new Set<string>(["svg"]);
  for (const element of elements) {
    names.add(element.tagName);
    for (const name of (readAttribute(element, "class") ?? "").split(/\s+/)) names.add(name);
  }
  return names;
}
