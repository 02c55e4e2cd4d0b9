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

/** Something that waits for a press of next; a code block with n line groups takes n - 1. */
interface Unit {
  readonly presses: number;
  /** reveal.js' `data-fragment-index`: those with the same one appear together. */
  readonly index: number | undefined;
  readonly place: (step: number) => void;
}

/**
 * Numbers what appears step by step: `data-step="1"` shows with the first press of next, and `data-first-step` is a
 * code block's first. In document order, but for what has an index of its own: that comes first, by its index, as in
 * reveal.js. Returns the last number.
 */
export function numberSteps(root: Parent, options: StepOptions): number {
  const units = findUnits(root, options);
  const indexes = [...new Set(units.flatMap(({ index }) => (index === undefined ? [] : [index])))].toSorted((a, b) => a - b);
  const groups = [
    ...indexes.map((index) => units.filter((unit) => unit.index === index)),
    ...units.filter((unit) => unit.index === undefined).map((unit) => [unit]),
  ];
  let step = 0;
  for (const group of groups) {
    for (const unit of group) unit.place(step + 1);
    step += Math.max(...group.map((unit) => unit.presses));
  }
  for (const element of elementsOf(root)) {
    if (readAttribute(element, "data-l-pause") !== undefined) remove(element);
    for (const mark of ["data-l-bullet", "data-fragment-index"]) removeAttribute(element, mark);
  }
  return step;
}

function findUnits(root: Parent, options: StepOptions): readonly Unit[] {
  return elementsOf(root).flatMap((element): Unit[] => {
    const written = readAttribute(element, "data-fragment-index");
    const index = written !== undefined && /^\d{1,4}$/.test(written) ? Number(written) : undefined;
    const show = (step: number) => setAttribute(element, "data-step", String(step));
    if (readAttribute(element, "data-l-pause") !== undefined) return [{ presses: 1, index: undefined, place: (step) => revealRest(element, step) }];
    if (element.tagName === "li" && appearsByItem(element, options)) return [{ presses: 1, index, place: show }];
    if (hasClass(element, "fragment")) return [{ presses: 1, index, place: show }];
    const groups = Number(readAttribute(element, "data-groups") ?? 0);
    if (groups <= 1) return [];
    return [{ presses: groups - 1, index: undefined, place: (step) => setAttribute(element, "data-first-step", String(step)) }];
  });
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
