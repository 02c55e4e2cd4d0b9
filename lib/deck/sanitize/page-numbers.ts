import { walk, type CssNode, type List, type Selector } from "./css-tree";

/** What says in a deck's CSS how many pages it has, quoted. */
export const pagesProperty = "--pages";

/** Puts our names for Marp's page number and number of pages into the value of `content`: an attribute of the slide, and a property. */
export function renamePageNumbers(property: string, value: CssNode): void {
  if (property !== "content") return;
  walk(value, (node) => {
    if (node.type !== "Function" || node.name.toLowerCase() !== "attr" || node.children.size !== 1) return;
    const [named] = node.children.toArray();
    if (named?.type !== "Identifier") return;
    if (named.name === "data-marpit-pagination") named.name = "data-paginate";
    if (named.name === "data-marpit-pagination-total") [node.name, named.name] = ["var", pagesProperty];
  });
}

/** The one attribute that CSS may show, renamed. */
export function isPageNumber(property: string, node: CssNode): boolean {
  if (property !== "content" || node.type !== "Function" || node.name.toLowerCase() !== "attr") return false;
  const [named, ...others] = node.children.toArray();
  return others.length === 0 && named?.type === "Identifier" && named.name === "data-paginate";
}

/** A rule that shows the number or how many there are. */
export function showsPageNumber(block: List<CssNode>): boolean {
  return block.toArray().some((node) => node.type === "Declaration" && node.property.toLowerCase() === "content" && namesNumber(node.value));
}

function namesNumber(value: CssNode): boolean {
  let found = false;
  walk(value, (node) => {
    if (node.type === "Identifier") found ||= node.name === "data-paginate" || node.name === pagesProperty;
  });
  return found;
}

/** True for what stands behind the slide itself: such a rule holds for slides that have a number. */
export function isAfterSlide({ children }: Selector): boolean {
  const last = children.last;
  const isAfter = (last?.type === "PseudoElementSelector" || last?.type === "PseudoClassSelector") && last.name.toLowerCase() === "after";
  return isAfter && !children.some((node) => node.type === "Combinator" || node.type === "AttributeSelector");
}

/** `[data-marpit-pagination]` is our attribute of the same meaning. */
export function renamePageAttributes(selectors: CssNode): void {
  walk(selectors, (node) => {
    if (node.type === "AttributeSelector" && node.name.name.startsWith("data-marpit-pagination")) node.name.name = "data-paginate";
  });
}
