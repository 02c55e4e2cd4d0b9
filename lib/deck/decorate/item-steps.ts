import { hasClass, isElement, isText, readAttribute, setAttribute, type Element, type Node, type Parent } from "@/lib/deck/sanitize/tree";

/**
 * A list item all of whose own words are one `fragment` appears with its bullet: the item takes the step over. Lists
 * in it follow it, as in reveal.js.
 */
export function stepWholeItems(items: readonly Element[]): void {
  for (const item of items) {
    const [span, ...others] = wordsOf(item);
    if (!span || others.length > 0 || !isElement(span) || span.tagName !== "span" || !hasClass(span, "fragment")) continue;
    const classes = [readAttribute(item, "class"), readAttribute(span, "class")].filter(Boolean).join(" ");
    for (const { name, value } of span.attrs) if (name === "data-fragment-index") setAttribute(item, name, value);
    setAttribute(item, "class", classes);
    span.attrs = span.attrs.filter(({ name }) => name !== "class" && name !== "data-fragment-index");
  }
}

/** What shows of it beside its box to tick and the lists in it. */
function wordsOf(item: Parent): readonly Node[] {
  const own = item.childNodes.filter((node) =>
    isElement(node) ? !/^(?:input|[uo]l)$/.test(node.tagName) : !isText(node) || node.value.trim() !== "",
  );
  const [only] = own;
  return own.length === 1 && only && isElement(only) && only.tagName === "p" ? wordsOf(only) : own;
}
