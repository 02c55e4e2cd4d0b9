import { parse, type DefaultTreeAdapterTypes } from "parse5";
import type { ReadSlides } from "@/lib/browser/slides/read-slides";
import type { Box, ThemeColors, TreeElement, TreeNode, TreeStyle } from "@/lib/browser/slides/slide-tree";
import { plainStyle, styleOf } from "@/lib/export/pptx/flow/style";
import { themeColors } from "@/lib/export/pptx/flow/theme-colors";

interface Canvas {
  readonly width: number;
  readonly height: number;
}

const margin = 72;
const gap = 20;

/**
 * Slides of a stage document where no browser lays them out: blocks one under the other, columns side by side, in the
 * theme's colours. Heights are guessed by the number of letters.
 */
export function layOutSlides(html: string, { canvas }: { readonly canvas: Canvas }): ReadSlides {
  const nodes = parse(html);
  const css = all(nodes, (element) => element.tagName === "style")
    .map(textOf)
    .join("\n");
  const stage = all(nodes, (element) => classesOf(element).includes("stage"))[0];
  const colors = themeColors(css, stage && attribute(stage, "data-scheme") === "dark" ? "dark" : "light");
  const sections = all(
    nodes,
    (element) => element.tagName === "section" && classesOf(element).includes("slide") && attribute(element, "data-slide") !== undefined,
  );
  return { colors, slides: sections.map((section) => layOutSlide(section, { canvas, colors })) };
}

interface Look {
  readonly canvas: Canvas;
  readonly colors: ThemeColors;
}

function layOutSlide(section: DefaultTreeAdapterTypes.Element, { canvas, colors }: Look): ReadSlides["slides"][number] {
  const style = plainStyle(colors);
  const inner = { x: margin, y: margin, width: canvas.width - 2 * margin, height: canvas.height - 2 * margin };
  const children = section.childNodes.flatMap((child): readonly TreeNode[] => {
    if (!("tagName" in child)) return [];
    const classes = classesOf(child);
    const small = { ...style, size: 18, lineHeight: 24, color: colors.muted };
    if (classes.includes("slide-footer")) return [element(child, { box: { ...inner, y: canvas.height - 52, height: 24 }, outer: small, colors })];
    if (classes.includes("slide-header")) return [element(child, { box: { ...inner, y: 28, height: 24 }, outer: small, colors })];
    return [element(child, { box: inner, outer: style, colors })];
  });
  const page = attribute(section, "data-paginate");
  const numberBox = { x: canvas.width - margin - 80, y: canvas.height - 52, width: 80, height: 24 };
  const number: TreeElement | undefined =
    page === undefined
      ? undefined
      : block("span", {
          box: numberBox,
          style: { ...style, size: 18, lineHeight: 24, color: colors.muted, align: "right" },
          children: [text(page, numberBox, 22)],
        });
  return {
    root: block("section", { box: { x: 0, y: 0, ...canvas }, style, children }),
    background: { color: colors.paper, isPlain: true },
    number,
    pictures: new Map(),
    ground: undefined,
  };
}

interface Place {
  /** As wide as it may be; its height is found. */
  readonly box: Box;
  readonly outer: TreeStyle;
  readonly colors: ThemeColors;
  readonly list?: string | undefined;
}

function element(node: DefaultTreeAdapterTypes.Element, { box, outer, colors, list }: Place): TreeElement {
  const tag = node.tagName;
  const classes = classesOf(node);
  // What steps light up says so by itself: the first step's lines stand out of the others.
  const isDim = attribute(node, "data-lit") !== undefined && !classes.includes("lit");
  const style = { ...styleOf(tag, { outer, colors, list }), ...(isDim ? { color: colors.muted } : {}) };
  const isRow =
    tag === "tr" ||
    classes.includes("columns") ||
    (classes.includes("slide-content") && all(node, (inner) => classesOf(inner).includes("slide-media")).length > 0);
  const [top, right, bottom, left] = style.padding;
  const content = { x: box.x + left, y: box.y + top, width: Math.max(40, box.width - left - right), height: box.height };
  const laid = layChildren(node, { content, style, colors, isRow });
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  const height = tag === "img" ? imageHeight(box) : laid.height + top + bottom;
  return { kind: "element", tag, classes, attributes, box: { ...box, height }, style, picture: undefined, children: laid.children };
}

interface Inside {
  readonly content: Box;
  readonly style: TreeStyle;
  readonly colors: ThemeColors;
  readonly isRow: boolean;
}

function layChildren(
  node: DefaultTreeAdapterTypes.Element,
  { content, style, colors, isRow }: Inside,
): { readonly children: readonly TreeNode[]; readonly height: number } {
  // Of a formula what is made for ears says what it is.
  const inside = classesOf(node).includes("katex") ? all(node, (one) => one.tagName === "math") : node.childNodes;
  const shown = inside.filter((child) => "value" in child || ("tagName" in child && !["script", "style", "svg"].includes(child.tagName)));
  const beside = isRow ? shown.filter((child) => "tagName" in child).length : 1;
  const space = node.tagName === "tr" ? 0 : gap * 2;
  const width = (content.width - space * (beside - 1)) / Math.max(1, beside);
  let { x, y } = content;
  let height = 0;
  let letters = 0;
  const children = shown.flatMap((child): readonly TreeNode[] => {
    if ("value" in child) {
      letters += child.value.trim().length;
      return [text(child.value, { ...content, y, height: style.lineHeight }, style.lineHeight)];
    }
    if (!("tagName" in child)) return [];
    const laid = element(child, { box: { x, y, width, height: content.height }, outer: style, colors, list: node.tagName });
    if (laid.style.display === "inline" && laid.tag !== "img") {
      letters += textOf(child).length;
      return [laid];
    }
    if (isRow) {
      x += width + space;
      height = Math.max(height, laid.box.height);
    } else {
      y += laid.box.height + (["li", "tr", "thead", "tbody"].includes(laid.tag) || laid.classes.includes("line") ? 4 : gap);
      height = Math.max(height, y - content.y);
    }
    return [laid];
  });
  const lines = style.keepsSpace ? textOf(node).replace(/\n$/, "").split("\n").length : Math.ceil((letters * style.size * 0.52) / content.width);
  return { children, height: Math.max(height, lines * style.lineHeight) };
}

function imageHeight({ width, height }: Box): number {
  return Math.min(height * 0.66, width * 0.6);
}

function text(words: string, box: Box, fontHeight: number): TreeNode {
  return { kind: "text", text: words, box, fontHeight };
}

function block(tag: string, { box, style, children }: Pick<TreeElement, "box" | "style" | "children">): TreeElement {
  return { kind: "element", tag, classes: [], attributes: {}, box, style, picture: undefined, children };
}

function all(
  node: DefaultTreeAdapterTypes.ParentNode,
  is: (element: DefaultTreeAdapterTypes.Element) => boolean,
): readonly DefaultTreeAdapterTypes.Element[] {
  return node.childNodes.flatMap((child) => ("tagName" in child ? [...(is(child) ? [child] : []), ...all(child, is)] : []));
}

function classesOf(node: DefaultTreeAdapterTypes.Element): readonly string[] {
  return (attribute(node, "class") ?? "").split(/\s+/);
}

function attribute(node: DefaultTreeAdapterTypes.Element, name: string): string | undefined {
  return node.attrs.find((one) => one.name === name)?.value;
}

function textOf(node: DefaultTreeAdapterTypes.ParentNode): string {
  return node.childNodes.map((child) => ("value" in child ? child.value : "tagName" in child ? textOf(child) : "")).join("");
}
