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
import { stepWholeItems } from "./item-steps";

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
  /** It appears with the unit before it. */
  readonly joins?: boolean;
  readonly place: (step: number) => void;
}

/** Marks of the deck language's own syntax that say how something appears. */
const marks = ["data-l-bullet", "data-l-depth", "data-l-every", "data-fragment-index"] as const;

/**
 * Numbers what appears step by step: `data-step="1"` shows with the first press of next, and `data-first-step` is a
 * code block's first. In document order, but for what has an index of its own: that comes first, by its index, as in
 * reveal.js; what takes several presses takes the indexes that follow, too. Returns the last number.
 */
export function numberSteps(root: Parent, options: StepOptions): number {
  const units = findUnits(root, options);
  const stepOf = stepsByIndex(units);
  let step = stepOf.size;
  let before = step;
  for (const { presses, index, joins = false, place } of units) {
    if (index === undefined) {
      if (!joins) before = step;
      place(before + 1);
      step = Math.max(step, before + presses);
    } else place(stepOf.get(index) ?? step);
  }
  for (const element of elementsOf(root)) {
    if (readAttribute(element, "data-l-pause") !== undefined) remove(element);
    for (const mark of marks) removeAttribute(element, mark);
  }
  return step;
}

/** The steps of all indexes that something appears or changes with: they follow each other without gaps. */
function stepsByIndex(units: readonly Unit[]): ReadonlyMap<number, number> {
  const taken = new Set<number>();
  for (const { index, presses } of units) for (let press = 0; index !== undefined && press < presses; press++) taken.add(index + press);
  return new Map([...taken].toSorted((a, b) => a - b).map((index, place) => [index, place + 1]));
}

function findUnits(root: Parent, options: StepOptions): readonly Unit[] {
  const placeInBox = createItemPlaces();
  const elements = elementsOf(root);
  stepWholeItems(elements.filter((element) => element.tagName === "li" && !readItem(element, options)));
  return elements.flatMap((element): Unit[] => {
    const index = readNumber(element, "data-fragment-index");
    const show = (step: number) => setAttribute(element, "data-step", String(step));
    if (readAttribute(element, "data-l-pause") !== undefined) return [{ presses: 1, index: undefined, place: (step) => revealRest(element, step) }];
    const item = element.tagName === "li" ? readItem(element, options) : undefined;
    if (item !== undefined) return [{ presses: 1, place: show, ...placeInBox(item.box, index) }];
    if (hasClass(element, "fragment")) return [{ presses: 1, index, place: show }];
    const groups = Number(readAttribute(element, "data-groups") ?? 0);
    if (groups <= 1) return [];
    return [{ presses: groups - 1, index, place: (step) => setAttribute(element, "data-first-step", String(step)) }];
  });
}

function readNumber(element: Element, attribute: string): number | undefined {
  const written = readAttribute(element, attribute);
  return written !== undefined && /^\d{1,4}$/.test(written) ? Number(written) : undefined;
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

/** An item that appears on its own, and the box that says so where one does. */
interface Item {
  readonly box?: Element;
}

function readItem(item: Element, { incremental, marp }: StepOptions): Item | undefined {
  const list = item.parentNode;
  if (!list || !isElement(list)) return undefined;
  // A footnote shows with its slide, whatever the deck's own lists do.
  if (hasClass(list, "footnotes")) return undefined;
  if (marp && readAttribute(list, "data-l-bullet") === "*") return {};
  let depth = 1;
  for (let node: Parent | null = list; node && isElement(node); node = node.parentNode) {
    if (node.tagName === "li") depth++;
    if (hasClass(node, "incremental")) return depth > (readNumber(node, "data-l-depth") ?? Infinity) ? undefined : { box: node };
    if (hasClass(node, "nonincremental")) return undefined;
  }
  return incremental ? {} : undefined;
}

/** When the items of each box appear: so many at a time, from its own index on where it has one. */
function createItemPlaces(): (box: Element | undefined, index: number | undefined) => Pick<Unit, "index" | "joins"> {
  const counts = new Map<Element, number>();
  return (box, index) => {
    if (box === undefined) return { index };
    const place = counts.get(box) ?? 0;
    counts.set(box, place + 1);
    const every = Math.max(1, readNumber(box, "data-l-every") ?? 1);
    const first = readNumber(box, "data-fragment-index");
    return { index: index ?? (first === undefined ? undefined : first + Math.floor(place / every)), joins: place % every !== 0 };
  };
}
