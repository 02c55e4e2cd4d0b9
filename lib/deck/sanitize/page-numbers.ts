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

/** What is behind the slide's own selector for its number's sake. */
export type NumberScope = "numbered" | "number-look" | "none";

/** A rule that shows the number holds where there is one; a rule of its looks alone goes before the theme's. */
export function numberScopeOf(block: List<CssNode>): NumberScope {
  const contents = block.toArray().filter((node) => node.type === "Declaration" && node.property.toLowerCase() === "content");
  if (contents.length === 0) return "number-look";
  return contents.some(showsNumber) ? "numbered" : "none";
}

function showsNumber(declaration: CssNode): boolean {
  let found = false;
  walk(declaration, (node) => {
    if (node.type === "Function" && (node.name === "attr" || node.name === "var")) {
      const [named] = node.children.toArray();
      found ||= named?.type === "Identifier" && (named.name === "data-paginate" || named.name === pagesProperty);
    }
  });
  return found;
}

/** The slide's selector with what its rest asks for: themes say of the number's look what they say by an attribute. */
export function numberSelector(selector: string, { children }: Selector, scope: NumberScope): string {
  const last = children.last;
  const isAfter = (last?.type === "PseudoElementSelector" || last?.type === "PseudoClassSelector") && last.name.toLowerCase() === "after";
  if (!isAfter || scope === "none" || children.some((node) => node.type === "Combinator" || node.type === "AttributeSelector")) return selector;
  return scope === "numbered" ? `${selector}[data-paginate]` : `${selector}${selector}`;
}

/** `[data-marpit-pagination]` is our attribute of the same meaning. */
export function renamePageAttributes(selectors: CssNode): void {
  walk(selectors, (node) => {
    if (node.type === "AttributeSelector" && node.name.name.startsWith("data-marpit-pagination")) node.name.name = "data-paginate";
  });
}
