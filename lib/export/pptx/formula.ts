import type { TreeElement, TreeNode } from "@/lib/browser/slides/slide-tree";
import type { Run, RunLook } from "@/lib/export/pptx/shapes";

/** A formula within a line, from its MathML: letters slanted, what is raised raised; a fraction is written with a stroke. */
export function formulaRuns(formula: TreeElement, look: RunLook): readonly Run[] {
  const math = { ...look, font: "Cambria Math", spacing: 0 };
  return formula.children.flatMap((child) => write(child, math));
}

function write(node: TreeNode, look: RunLook): readonly Run[] {
  if (node.kind === "text") return said(node.text, look);
  const [first, second, third] = node.children.filter((child) => child.kind === "element");
  const part = (child: TreeNode | undefined, to: RunLook = look) => (child ? write(child, to) : []);
  switch (node.tag) {
    case "annotation":
    case "mspace":
    case "mphantom":
      return node.tag === "mspace" ? said(" ", look) : [];
    case "mi":
      return said(textOf(node), { ...look, isItalic: [...textOf(node)].length === 1 });
    case "mo":
      return said(spaced(textOf(node)), look);
    case "mfrac":
      return [...grouped(part(first)), ...said("/", look), ...grouped(part(second))];
    case "msqrt":
      return [...said("√", look), ...grouped(node.children.flatMap((child) => write(child, look)))];
    case "mroot":
      return [...part(second, shifted(look, "super")), ...said("√", look), ...grouped(part(first))];
    case "msup":
    case "mover":
      return [...part(first), ...part(second, shifted(look, "super"))];
    case "msub":
    case "munder":
      return [...part(first), ...part(second, shifted(look, "sub"))];
    case "msubsup":
    case "munderover":
      return [...part(first), ...part(second, shifted(look, "sub")), ...part(third, shifted(look, "super"))];
    case "mtr":
      return [...node.children.flatMap((child) => [...write(child, look), ...said(" ", look)]), ...said("; ", look)];
    default:
      return node.children.flatMap((child) => write(child, look));
  }
}

function said(text: string, look: RunLook): readonly Run[] {
  return text === "" ? [] : [{ text, look, href: undefined }];
}

function shifted(look: RunLook, shift: "sub" | "super"): RunLook {
  return { ...look, shift: look.shift === "none" ? shift : look.shift };
}

/** One sign needs no brackets. */
function grouped(runs: readonly Run[]): readonly Run[] {
  const [first] = runs;
  if (!first || [...runs.map(({ text }) => text).join("")].length === 1) return runs;
  return [{ ...first, text: "(" }, ...runs, { ...first, text: ")" }];
}

function spaced(operator: string): string {
  return /^[=<>≤≥≠≈∈→↦⇒∼≡+−±]$/.test(operator) ? ` ${operator} ` : operator.replace(/[\u2061-\u2064]/g, "");
}

function textOf(node: TreeNode): string {
  return node.kind === "text" ? node.text : node.children.map(textOf).join("");
}
