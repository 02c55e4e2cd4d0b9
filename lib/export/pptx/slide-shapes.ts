import { within } from "@/lib/browser/slides/read-slides";
import type { Border, Box, Sides, SlideTree, TreeElement, TreeNode } from "@/lib/browser/slides/slide-tree";
import { isVisible, onGround } from "@/lib/export/pptx/colors";
import { hasWords, isInline, lineOf, paragraphOf } from "@/lib/export/pptx/inline";
import { altOf, imageShape } from "@/lib/export/pptx/picture";
import type { Paragraph, RectShape, Shape, TextRole, TextShape } from "@/lib/export/pptx/shapes";
import { tableShape } from "@/lib/export/pptx/table";
import { codeParagraphs, isList, isOneBlock, stretches, textParagraphs } from "@/lib/export/pptx/text-blocks";

export interface SlideShapesOptions {
  readonly canvas: { readonly width: number; readonly height: number };
  /** Pictures (PNG) of what is only shown as such, by name. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** The blocks of a slide as shapes: one text box a block, and what only a picture can show as a picture. */
export function slideShapes(tree: SlideTree, { canvas, pictures }: SlideShapesOptions): readonly Shape[] {
  let hasTitle = false;
  const shapes = parts(tree.root).flatMap(({ element, role }) =>
    role === undefined ? childShapes(element, tree.background.color) : inlineOnly(element, { role, ground: tree.background.color }),
  );
  if (tree.number) shapes.push(...inlineOnly(numberField(tree.number), { role: "number", ground: tree.background.color }));
  return shapes;

  function childShapes(element: TreeElement, ground: string, href?: string): Shape[] {
    return stretches(element).flatMap((turn) => {
      if (!Array.isArray(turn)) return blockShapes(turn, ground, turn.attributes["href"] ?? href);
      return anonymousText(element, turn, ground);
    });
  }

  function blockShapes(element: TreeElement, ground: string, href?: string): readonly Shape[] {
    if (element.picture !== undefined) return pictureShapes(element, href);
    if (element.tag === "img") return imageShapes(element, { ground, href });
    if (element.tag === "pre") return [codeShape(element, ground), ...edges(element)];
    if (element.tag === "table") return tableShapes(element, ground);
    const fill = isVisible(element.style.background) ? onGround(element.style.background, ground) : undefined;
    const inner = fill ?? ground;
    const isBox = fill !== undefined || borderOf(element) !== undefined || edges(element).length > 0;
    if (isOneBlock(element, isBox)) return [textShape(element, { role: roleOf(element), fill, ground: inner }), ...edges(element)];
    const behind: readonly Shape[] = fill === undefined && borderOf(element) === undefined ? [] : [rect(element, fill)];
    return [...behind, ...edges(element), ...childShapes(element, inner, href)];
  }

  /** The first heading is the slide's title. */
  function roleOf({ tag }: TreeElement): TextRole {
    if (hasTitle || !/^h[1-3]$/.test(tag)) return "text";
    hasTitle = true;
    return "title";
  }

  function pictureShapes(element: TreeElement, href: string | undefined): readonly Shape[] {
    const bytes = pictures.get(element.picture ?? "");
    const box = within(element.box, canvas);
    if (!bytes || !box) return [];
    return [{ kind: "picture", box, bytes, type: "png", alt: altOf(element), crop: undefined, href: href ?? linkIn(element) }];
  }

  /** Without its bytes an image shows its words, as it does on the slide. */
  function imageShapes(image: TreeElement, { ground, href }: { readonly ground: string; readonly href: string | undefined }): readonly Shape[] {
    const shape = imageShape(image, href);
    if (shape) return [shape];
    const words = image.attributes["alt"] ?? "";
    if (words === "") return [];
    const text: TreeNode = { kind: "text", text: words, box: image.box, fontHeight: image.style.size * 1.21 };
    return [
      textShape({ ...image, tag: "p", children: [text], style: { ...image.style, display: "block" } }, { role: "text", fill: undefined, ground }),
    ];
  }

  function tableShapes(element: TreeElement, ground: string): readonly Shape[] {
    const table = tableShape(element, ground);
    const captions = element.children.filter((child) => child.kind === "element" && child.tag === "caption");
    return [...captions.flatMap((caption) => (caption.kind === "element" ? blockShapes(caption, ground) : [])), ...(table ? [table] : [])];
  }
}

/** Header and footer have a role of their own; backgrounds are drawn behind all. */
function parts(root: TreeElement): readonly { readonly element: TreeElement; readonly role: TextRole | undefined }[] {
  return root.children.flatMap((element) => {
    if (element.kind === "text" || element.classes.includes("slide-background")) return [];
    const role = element.classes.includes("slide-header") ? "header" : element.classes.includes("slide-footer") ? "footer" : undefined;
    return [{ element, role }];
  });
}

function inlineOnly(element: TreeElement, { role, ground }: { readonly role: TextRole; readonly ground: string }): Shape[] {
  return hasWords(element) ? [textShape(element, { role, fill: undefined, ground })] : [];
}

/** Room for more digits: in the middle of its frame, else to the left. */
function numberField(number: TreeElement): TreeElement {
  const { box, style } = number;
  if (borderOf(number)) return { ...number, style: { ...style, padding: [0, 0, 0, 0], align: "center" } };
  return { ...number, box: { ...box, x: box.x - 60, width: box.width + 60 }, style: { ...style, align: "right" } };
}

interface TextPlace {
  readonly role: TextRole;
  readonly fill: string | undefined;
  readonly ground: string;
}

function textShape(element: TreeElement, { role, fill, ground }: TextPlace): TextShape {
  const { box, style } = element;
  const line = borderOf(element);
  const isBoxed = fill !== undefined || line !== undefined;
  const inner = isList(element) ? box : contentBox(element);
  const paragraphs = element.children.every(isInline)
    ? own(paragraphOf(element.children, { style, ground }))
    : textParagraphs(element, { box: inner, ground });
  const frame = { ...inner, y: topOf(element, inner), height: inner.y + inner.height - topOf(element, inner) };
  if (!isBoxed)
    return { kind: "text", role, box: roomy(balanced(element, frame), paragraphs), paragraphs, inset: [0, 0, 0, 0], fill, line, radius: 0 };
  const inset: Sides<number> = [
    frame.y - box.y,
    box.x + box.width - inner.x - inner.width,
    box.y + box.height - inner.y - inner.height,
    inner.x - box.x,
  ];
  return { kind: "text", role, box, paragraphs, inset, fill, line, radius: style.radius };
}

/** Where the first line begins: above it there may be ornaments, or room. */
function topOf(element: TreeElement, inner: Box): number {
  const line = lineOf([element]);
  if (!line) return inner.y;
  const { lineHeight } = element.style;
  return Math.max(inner.y, line.box.y - Math.max(0, lineHeight - line.fontHeight) / 2);
}

/** Headings are broken into lines of like length: as wide as those are, they break so again. */
function balanced(element: TreeElement, frame: Box): Box {
  if (!/^h[1-6]$/.test(element.tag) || frame.height < element.style.lineHeight * 1.5 || element.style.align !== "left") return frame;
  const ends = wordBoxes(element).map(({ x, width }) => x + width);
  return ends.length === 0 ? frame : { ...frame, width: Math.min(frame.width, (Math.max(...ends) - frame.x) * 1.02) };
}

function wordBoxes(node: TreeNode): readonly Box[] {
  if (node.kind === "text") return node.box ? [node.box] : [];
  return node.children.flatMap(wordBoxes);
}

function own(paragraph: Paragraph | undefined): readonly Paragraph[] {
  return paragraph ? [paragraph] : [];
}

function codeShape(pre: TreeElement, ground: string): TextShape {
  const fill = isVisible(pre.style.background) ? onGround(pre.style.background, ground) : undefined;
  return {
    kind: "text",
    role: "code",
    box: pre.box,
    paragraphs: codeParagraphs(pre, fill ?? ground),
    inset: pre.style.padding,
    fill,
    line: borderOf(pre),
    radius: pre.style.radius,
  };
}

/** Words that stand beside blocks, in no element of their own. */
function anonymousText(element: TreeElement, nodes: readonly TreeNode[], ground: string): readonly Shape[] {
  const paragraph = paragraphOf(nodes, { style: element.style, ground });
  const boxes = nodes.flatMap((node) => (node.kind === "text" ? (node.box ? [node.box] : []) : [node.box]));
  if (!paragraph || boxes.length === 0) return [];
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const box = {
    x,
    y,
    width: Math.max(...boxes.map((one) => one.x + one.width)) - x,
    height: Math.max(...boxes.map((one) => one.y + one.height)) - y,
  };
  return [
    {
      kind: "text",
      role: "text",
      box: roomy(box, [paragraph]),
      paragraphs: [paragraph],
      inset: [0, 0, 0, 0],
      fill: undefined,
      line: undefined,
      radius: 0,
    },
  ];
}

/** A hair wider than it was laid out, on the side where it does not show: another machine's font must not break a line. */
function roomy(box: Box, paragraphs: readonly Paragraph[]): Box {
  const align = paragraphs[0]?.align ?? "left";
  const more = Math.min(24, 6 + box.width * 0.01);
  const before = align === "center" ? more / 2 : align === "right" ? more : 0;
  return { ...box, x: box.x - before, width: box.width + more };
}

function contentBox({ box, style }: TreeElement): Box {
  const [top, right, bottom, left] = padded(style.padding, style.borders);
  return { x: box.x + left, y: box.y + top, width: Math.max(1, box.width - left - right), height: Math.max(1, box.height - top - bottom) };
}

function padded([top, right, bottom, left]: Sides<number>, borders: Sides<Border>): Sides<number> {
  return [top + borders[0].width, right + borders[1].width, bottom + borders[2].width, left + borders[3].width];
}

/** A border that goes all round. */
function borderOf({ style: { borders } }: TreeElement): Border | undefined {
  const [top] = borders;
  const isRound = shows(top) && borders.every(({ width, color }) => width === top.width && color === top.color);
  return isRound ? top : undefined;
}

/** Borders on single sides are bars. */
function edges(element: TreeElement): readonly RectShape[] {
  if (borderOf(element)) return [];
  const { box, style } = element;
  return style.borders.flatMap((border, side): RectShape[] => {
    if (!shows(border)) return [];
    const isUpright = side % 2 === 1;
    const width = isUpright ? border.width : box.width;
    const height = isUpright ? box.height : border.width;
    const bar = { x: side === 1 ? box.x + box.width - width : box.x, y: side === 2 ? box.y + box.height - height : box.y, width, height };
    return [{ kind: "rect", box: bar, fill: border.color, line: undefined, radius: 0 }];
  });
}

function shows({ width, color }: Border): boolean {
  return width > 0 && isVisible(color);
}

function rect(element: TreeElement, fill: string | undefined): RectShape {
  return { kind: "rect", box: element.box, fill, line: borderOf(element), radius: element.style.radius };
}

function linkIn(element: TreeElement): string | undefined {
  for (const child of element.children) {
    if (child.kind === "text") continue;
    const found = child.attributes["href"] ?? linkIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
