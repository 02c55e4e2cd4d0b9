import {
  elementsOf,
  hasClass,
  isElement,
  readAttribute,
  remove,
  removeAttribute,
  setAttribute,
  type Element,
  type Parent,
} from "@/lib/deck/sanitize/tree";

export interface StepOptions {
  /** All lists appear item by item (front matter `incremental: true`). */
  readonly incremental: boolean;
  /** `*` and `1)` lists do (front matter `marp: true`). */
  readonly marp: boolean;
}

/**
 * Numbers what appears step by step, in document order: `data-step="1"` shows with the first press of next. A code
 * block with n line groups takes n - 1 steps, the first of which is its `data-first-step`. Returns the last number.
 */
export function numberSteps(root: Parent, options: StepOptions): number {
  let step = 0;
  for (const element of elementsOf(root)) {
    if (readAttribute(element, "data-l-pause") !== undefined) {
      step++;
      revealRest(element, step);
    } else if (element.tagName === "li" && appearsByItem(element, options)) setAttribute(element, "data-step", String(++step));
    else if (hasClass(element, "fragment")) setAttribute(element, "data-step", String(++step));
    else if (readAttribute(element, "data-groups") !== undefined) {
      const groups = Number(readAttribute(element, "data-groups"));
      if (groups > 1) {
        setAttribute(element, "data-first-step", String(step + 1));
        step += groups - 1;
      }
    }
  }
  for (const element of elementsOf(root)) {
    if (readAttribute(element, "data-l-pause") !== undefined) remove(element);
    else removeAttribute(element, "data-l-bullet");
  }
  return step;
}

/** What follows a pause beside it waits for it, up to the next pause. */
function revealRest(pause: Element, step: number): void {
  const siblings = pause.parentNode?.childNodes ?? [];
  for (const node of siblings.slice(siblings.indexOf(pause) + 1)) {
    if (!isElement(node)) continue;
    if (readAttribute(node, "data-l-pause") !== undefined) return;
    setAttribute(node, "data-step", String(step));
  }
}

function appearsByItem(item: Element, { incremental, marp }: StepOptions): boolean {
  const list = item.parentNode;
  if (!list || !isElement(list)) return false;
  if (marp && readAttribute(list, "data-l-bullet") === "*") return true;
  for (let node: Parent | null = list; node && isElement(node); node = node.parentNode) {
    if (hasClass(node, "incremental")) return true;
    if (hasClass(node, "nonincremental")) return false;
  }
  return incremental;
}
