import type { Box, TreeElement, TreeNode, TreeStyle } from "@/lib/browser/slides/slide-tree";
import { isVisible, onGround } from "@/lib/export/pptx/colors";
import { formulaRuns } from "@/lib/export/pptx/formula";
import type { Paragraph, Run, RunLook } from "@/lib/export/pptx/shapes";

/** Text that flows: words, and elements that stand between words. */
export function isInline(node: TreeNode): boolean {
  if (node.kind === "text") return true;
  if (node.picture !== undefined || node.tag === "img" || node.style.isAside) return false;
  return node.tag === "br" || (node.style.display.startsWith("inline") && node.children.every(isInline)) || node.classes.includes("katex");
}

export function hasWords(node: TreeNode): boolean {
  if (node.kind === "text") return node.text.trim() !== "";
  return node.tag === "input" || node.children.some(hasWords);
}

/** What is around a stretch of text that lies on `ground`. */
export interface InlineOptions {
  readonly style: TreeStyle;
  readonly ground: string;
}

/** A paragraph of its own, without list or space before it; undefined where there is no word in it. */
export function paragraphOf(nodes: readonly TreeNode[], { style, ground }: InlineOptions): Paragraph | undefined {
  const runs = tidied(
    nodes.flatMap((node) => runsOf(node, { style, ground, href: undefined })),
    style.keepsSpace,
  );
  if (runs.length === 0) return undefined;
  return { runs, ...flowOf(style, lineOf(nodes)), spaceBefore: 0, level: 0, margin: 0, indent: 0, bullet: undefined };
}

export function flowOf(
  style: TreeStyle,
  line: { readonly fontHeight: number } | undefined,
): Pick<Paragraph, "align" | "isRightToLeft" | "lineSpacing"> {
  const fontHeight = line?.fontHeight ?? style.size * usualFontHeight;
  const lineSpacing = style.lineHeight === 0 || fontHeight === 0 ? 1 : Math.min(3, Math.max(0.7, style.lineHeight / fontHeight));
  return { align: style.align, isRightToLeft: style.isRightToLeft, lineSpacing };
}

/** Of most fonts, to their size. */
const usualFontHeight = 1.21;

/** The first words that take room: where the text begins, and how high a line of its font is. */
export function lineOf(nodes: readonly TreeNode[]): { readonly box: Box; readonly fontHeight: number } | undefined {
  for (const node of nodes) {
    if (node.kind === "element") {
      const inside = node.classes.includes("katex") || node.style.shift !== "none" ? undefined : lineOf(node.children);
      if (inside) return inside;
    } else if (node.box && node.text.trim() !== "") return { box: node.box, fontHeight: node.fontHeight };
  }
  return undefined;
}

interface Within extends InlineOptions {
  readonly href: string | undefined;
}

function runsOf(node: TreeNode, within: Within): readonly Run[] {
  if (node.kind === "text") return [{ text: node.text, look: lookOf(within.style, within.ground), href: within.href }];
  if (node.tag === "br") return [{ text: "\n", look: lookOf(within.style, within.ground), href: undefined }];
  if (node.tag === "input")
    return [{ text: node.attributes["checked"] === undefined ? "☐ " : "☑ ", look: lookOf(within.style, within.ground), href: undefined }];
  if (node.classes.includes("katex")) return formulaRuns(node, lookOf(within.style, within.ground));
  const style = inherited(node, within.style);
  return node.children.flatMap((child) => runsOf(child, { ...within, style, href: node.attributes["href"] ?? within.href }));
}

/** Lines through and under words, marks and raised words go on in the elements inside, where CSS has them no more. */
function inherited(element: TreeElement, outer: TreeStyle): TreeStyle {
  const { style } = element;
  return {
    ...style,
    isUnderlined: style.isUnderlined || outer.isUnderlined,
    isStruck: style.isStruck || outer.isStruck,
    shift: style.shift === "none" ? outer.shift : style.shift,
    // The program itself makes smaller what it raises.
    size: style.shift === "none" && outer.shift === "none" ? style.size : outer.size,
    background: isVisible(style.background) ? style.background : outer.display.startsWith("inline") ? outer.background : "00000000",
    lineHeight: outer.lineHeight,
  };
}

export function lookOf(style: TreeStyle, ground: string): RunLook {
  const isMarked = style.display.startsWith("inline") && isVisible(style.background);
  return {
    font: style.font,
    size: style.size,
    color: onGround(style.color, ground),
    isBold: style.weight >= 600,
    isItalic: style.isItalic,
    isUnderlined: style.isUnderlined,
    isStruck: style.isStruck,
    isUpperCase: style.isUpperCase,
    spacing: style.letterSpacing,
    shift: style.shift,
    marked: isMarked ? onGround(style.background, ground) : undefined,
  };
}

/** Spaces as a browser shows them: one between words, none at the ends of a line. */
function tidied(runs: readonly Run[], keepsSpace: boolean): readonly Run[] {
  if (keepsSpace) return runs.filter(({ text }) => text !== "");
  const tidy: Run[] = [];
  let endsInSpace = true;
  for (const run of runs) {
    const text: string = run.text === "\n" ? run.text : run.text.replace(/[\t\n\r\f ]+/g, " ");
    const words: string = endsInSpace ? text.replace(/^ /, "") : text;
    if (words === "") continue;
    if (words === "\n") trimEnd(tidy);
    tidy.push({ ...run, text: words });
    endsInSpace = words.endsWith(" ") || words === "\n";
  }
  trimEnd(tidy);
  return tidy;
}

function trimEnd(runs: Run[]): void {
  for (let last = runs.at(-1); last && last.text !== "\n"; last = runs.at(-1)) {
    const text = last.text.replace(/ +$/, "");
    if (text === last.text) return;
    runs.pop();
    if (text === "") continue;
    runs.push({ ...last, text });
    return;
  }
}
