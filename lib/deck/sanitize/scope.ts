import { generate, walk, type CssNode, type Selector, type SelectorList } from "./css-tree";
import { isAfterSlide, renamePageAttributes } from "./page-numbers";

/** Where a deck's own CSS may reach, and how its ids are called there. */
export interface StyleScope {
  /** A selector that every rule is put under. */
  readonly selector: string;
  readonly idPrefix: string;
  /** Where a picture is reached from; undefined for one that is not, and what shows it goes. As written where not given. */
  readonly resolvePicture?: ((url: string) => string | undefined) | undefined;
  /** Told of what is left out, as written: an at-rule, a rule's selectors, a declaration. */
  readonly onRemoved?: ((what: string) => void) | undefined;
}

/** What a slide, or what holds it, is called here and in themes made for reveal.js, Slidev and remark. */
const slideClasses: ReadonlySet<string> = new Set(["slide", "deck", "reveal", "slides", "slidev-layout", "remark-slide-content"]);

/**
 * The selectors, each under the scope. `:root`, `html`, `body`, `section` and a slide's class at a selector's head mean
 * the slide itself, as in Marp; all else is looked for inside it. With `isNumber` what stands behind the slide is its page number.
 */
export function scopeSelectors(list: SelectorList, scope: StyleScope, isNumber = false): string {
  prefixIds(list, scope);
  renamePageAttributes(list);
  return selectorsOf(list)
    .map((selector) => {
      const isSlide = takeHeads(selector);
      const rest = generate(selector);
      return isSlide ? `${scope.selector}${isNumber && isAfterSlide(selector) ? "[data-paginate]" : ""}${rest}` : `${scope.selector} ${rest}`;
    })
    .join(",");
}

/** Selectors of a rule in a rule: `&` at the head, and nowhere else, where it could be a place to look from outside. */
export function scopeNested(list: SelectorList, scope: StyleScope): string {
  prefixIds(list, scope);
  return selectorsOf(list)
    .flatMap((selector) => {
      const text = generate(selector);
      return text.lastIndexOf("&") === 0 ? [text] : [];
    })
    .join(",");
}

/** `from`, `to` and percentages. */
export function scopeKeyframes(prelude: CssNode): string {
  const text = generate(prelude);
  return /^[\w%.,\s-]+$/.test(text) ? text : "";
}

function selectorsOf(list: SelectorList): readonly Selector[] {
  return list.children.toArray().filter((node): node is Selector => node.type === "Selector");
}

function prefixIds(list: SelectorList, { idPrefix }: StyleScope): void {
  walk(list, (node) => {
    if (node.type === "IdSelector") node.name = `${idPrefix}${node.name}`;
  });
}

/** Takes the names of the slide off the selector's head; false where it has none. */
function takeHeads({ children }: Selector): boolean {
  let found = false;
  for (let head = children.first; head && isHead(head); head = children.first) {
    children.shift();
    found = true;
    const [next, behind] = [children.first, children.toArray()[1]];
    if (next?.type === "Combinator" && next.name === " " && behind && isHead(behind)) children.shift();
    else if (next && !isHead(next)) break;
  }
  return found;
}

function isHead(node: CssNode): boolean {
  if (node.type === "TypeSelector") return ["html", "body", "section"].includes(node.name.toLowerCase());
  if (node.type === "PseudoClassSelector") return node.name.toLowerCase() === "root" && node.children === null;
  return node.type === "ClassSelector" && slideClasses.has(node.name);
}
