import type { Box, TreeElement, TreeNode } from "@/lib/browser/slides/slide-tree";
import { isVisible, onGround } from "@/lib/export/pptx/colors";
import { flowOf, hasWords, isInline, lineOf, lookOf, paragraphOf, type InlineOptions } from "@/lib/export/pptx/inline";
import type { Bullet, Paragraph, Run } from "@/lib/export/pptx/shapes";

const lists: ReadonlySet<string> = new Set(["ul", "ol", "menu"]);
const paragraphs: ReadonlySet<string> = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "figcaption", "summary", "address"]);
const holders: ReadonlySet<string> = new Set([...lists, "dl", "li", "blockquote", "div", "section", "aside", "article"]);

/** Can all of it stand in one text box: paragraphs and lists, nothing beside another, no box within? */
export function isTextual(element: TreeElement): boolean {
  if (isInline(element)) return hasWords(element);
  if (element.picture !== undefined || element.style.isAside || !(holders.has(element.tag) || paragraphs.has(element.tag))) return false;
  if (/flex|grid/.test(element.style.display) && element.children.filter((child) => child.kind === "element").length > 1) return false;
  return (
    hasWords(element) &&
    element.children.every((child) => isInline(child) || (child.kind === "element" && (isTextual(child) || !hasWords(child)) && !hasPicture(child)))
  );
}

/** Is it one block to whoever wrote it? Blocks that only stand in the same part of a slide are not. */
export function isOneBlock(element: TreeElement, isBox: boolean): boolean {
  return (
    isTextual(element) &&
    (isBox || element.children.every(isInline) || lists.has(element.tag) || element.tag === "blockquote" || element.tag === "dl")
  );
}

export function isList(element: TreeElement): boolean {
  return lists.has(element.tag);
}

function hasPicture(element: TreeElement): boolean {
  return element.picture !== undefined || element.tag === "img" || element.children.some((child) => child.kind === "element" && hasPicture(child));
}

interface Placed {
  readonly paragraph: Paragraph;
  /** Where its words begin and end, top to bottom. */
  readonly top: number;
  readonly bottom: number;
}

/** The paragraphs of a block that is textual, with the space that is between them where it was laid out in `box`. */
export function textParagraphs(element: TreeElement, { box, ground }: { readonly box: Box; readonly ground: string }): readonly Paragraph[] {
  return spacedOut(blockParagraphs(element, { box, ground, level: 0 }));
}

interface Place extends Pick<InlineOptions, "ground"> {
  readonly box: Box;
  readonly level: number;
}

function blockParagraphs(element: TreeElement, place: Place): readonly Placed[] {
  if (lists.has(element.tag)) return listParagraphs(element, place);
  return stretches(element).flatMap((stretch) => {
    if (!Array.isArray(stretch)) return blockParagraphs(stretch, place);
    const paragraph = paragraphOf(stretch, { style: element.style, ground: place.ground });
    return paragraph ? [placed({ ...paragraph, margin: marginOf(element, place.box) }, stretch)] : [];
  });
}

/** Content in turns of text that flows and blocks. */
export function stretches(element: TreeElement): readonly (TreeElement | TreeNode[])[] {
  const turns: (TreeElement | TreeNode[])[] = [];
  for (const child of element.children) {
    const last = turns.at(-1);
    if (!isInline(child)) turns.push(...(child.kind === "element" ? [child] : []));
    else if (Array.isArray(last)) last.push(child);
    else turns.push([child]);
  }
  return turns.filter((turn) => !Array.isArray(turn) || turn.some(hasWords));
}

function listParagraphs(list: TreeElement, place: Place): readonly Placed[] {
  let number = Number(list.attributes["start"] ?? 1) || 1;
  return list.children.flatMap((item) => {
    if (item.kind === "text") return [];
    if (item.tag !== "li") return blockParagraphs(item, place);
    number = Number(item.attributes["value"] ?? number) || number;
    const paragraphs = itemParagraphs(item, { ...place, number });
    number += 1;
    return paragraphs;
  });
}

/** An item's first paragraph carries the bullet; what else it says stands under it. */
function itemParagraphs(item: TreeElement, { number, ...place }: Place & { readonly number: number }): readonly Placed[] {
  const { size } = item.style;
  const margin = Math.max(0, item.box.x + item.style.padding[3] - place.box.x);
  const bullet = bulletOf(item, { number, ground: place.ground });
  let isFirst = true;
  return stretches(item).flatMap((turn) => {
    if (!Array.isArray(turn)) {
      if (lists.has(turn.tag)) return listParagraphs(turn, { ...place, level: place.level + 1 });
      return blockParagraphs(turn, place).map((inner) => ({ ...inner, paragraph: within(inner.paragraph) }));
    }
    const paragraph = paragraphOf(turn, { style: item.style, ground: place.ground });
    return paragraph ? [placed(within(paragraph), turn)] : [];
  });
  function within(paragraph: Paragraph): Paragraph {
    const own = isFirst ? bullet : undefined;
    isFirst = false;
    const indent = own ? -Math.min(margin, own.kind === "number" ? size * 1.3 : size * 0.95) : 0;
    return { ...paragraph, level: place.level, margin, indent, bullet: own };
  }
}

const numberings: Readonly<Record<string, string>> = {
  decimal: "arabicPeriod",
  "lower-alpha": "alphaLcPeriod",
  "lower-latin": "alphaLcPeriod",
  "upper-alpha": "alphaUcPeriod",
  "upper-latin": "alphaUcPeriod",
  "lower-roman": "romanLcPeriod",
  "upper-roman": "romanUcPeriod",
};

const signs: Readonly<Record<string, string>> = { disc: "•", circle: "◦", square: "▪" };

function bulletOf(item: TreeElement, { number, ground }: { readonly number: number; readonly ground: string }): Bullet | undefined {
  const { marker, style } = { marker: item.style.marker, style: item.style };
  if (!marker) return undefined;
  const { color } = lookOf({ ...style, color: marker.color }, ground);
  const scheme = numberings[marker.kind];
  if (scheme !== undefined) return { kind: "number", scheme, start: number, color };
  const written = /^"(.*)"/.exec(marker.kind)?.[1]?.trim();
  const sign = written === undefined ? signs[marker.kind] : [...written][0];
  return { kind: "sign", sign: sign ?? "•", color };
}

function marginOf(element: TreeElement, box: Box): number {
  const isInset = element.style.align === "left" && !element.style.isRightToLeft;
  return isInset ? Math.max(0, element.box.x + element.style.padding[3] + element.style.borders[3].width - box.x) : 0;
}

function placed(paragraph: Paragraph, nodes: readonly TreeNode[]): Placed {
  const boxes = nodes.flatMap(boxesOf);
  return { paragraph, top: Math.min(...boxes.map(({ y }) => y)), bottom: Math.max(...boxes.map(({ y, height }) => y + height)) };
}

function boxesOf(node: TreeNode): readonly Box[] {
  if (node.kind === "text") return node.box ? [node.box] : [];
  return node.children.length === 0 ? [node.box] : node.children.flatMap(boxesOf);
}

/** A line is higher than its words where it is set with more than the font's own height: that is no space between paragraphs. */
function spacedOut(all: readonly Placed[]): readonly Paragraph[] {
  return all.map(({ paragraph, top }, index) => {
    const before = all[index - 1];
    if (!before || !Number.isFinite(top) || !Number.isFinite(before.bottom)) return paragraph;
    const size = paragraph.runs[0]?.look.size ?? 0;
    const leading = Math.max(0, paragraph.lineSpacing - 1) * size * 1.21;
    return { ...paragraph, spaceBefore: Math.max(0, Math.round(top - before.bottom - leading)) };
  });
}

/** A paragraph for each line of code, in its colours; what lies behind a line that a step lights is behind its words, and moves with them. */
export function codeParagraphs(element: TreeElement, ground: string): readonly Paragraph[] {
  const lines = linesOf(element);
  const flow = flowOf(element.style, lineOf([element]));
  return lines.map((line) => ({
    runs:
      paragraphOf(line.nodes, { style: { ...line.style, keepsSpace: true }, ground })
        ?.runs.map((run) => lit(withoutEnd(run), { style: line.style, ground }))
        .filter(({ text }) => text !== "") ?? [],
    ...flow,
    spaceBefore: 0,
    level: 0,
    margin: 0,
    indent: 0,
    bullet: undefined,
  }));
}

function lit(run: Run, { style, ground }: InlineOptions): Run {
  return isVisible(style.background) ? { ...run, look: { ...run.look, marked: onGround(style.background, ground) } } : run;
}

function withoutEnd<T extends { readonly text: string }>(run: T): T {
  return { ...run, text: run.text.replace(/\r?\n/g, "") };
}

function linesOf(element: TreeElement): readonly { readonly nodes: readonly TreeNode[]; readonly style: TreeElement["style"] }[] {
  const lines = element.children.flatMap((child) => (child.kind === "element" && child.classes.includes("line") ? [child] : []));
  if (lines.length > 0) return lines.map(({ children, style }) => ({ nodes: children, style }));
  const [inner] = element.children.filter((child) => child.kind === "element");
  if (inner?.tag === "code") return linesOf(inner);
  const text = textOf(element).replace(/\n$/, "");
  return text.split("\n").map((line) => ({ nodes: [{ kind: "text", text: line, box: undefined, fontHeight: 0 }], style: element.style }));
}

function textOf(node: TreeNode): string {
  return node.kind === "text" ? node.text : node.children.map(textOf).join("");
}
