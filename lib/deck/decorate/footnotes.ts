import {
  append,
  appendText,
  createElement,
  elementsOf,
  parseHtml,
  readAttribute,
  removeAttribute,
  setAttribute,
  type Element,
  type Parent,
} from "@/lib/deck/sanitize/tree";

export interface FootnoteOptions {
  readonly idPrefix: string;
  /** Sanitised HTML of a footnote's text, by its label; undefined where nobody wrote it. */
  readonly footnote: (label: string) => string | undefined;
}

/** Numbers the references of a slide from 1 and puts their texts at its foot; one without a text stays as written. */
export function placeFootnotes(root: Parent, { idPrefix, footnote }: FootnoteOptions): void {
  const numbers = new Map<string, number>();
  const list = createElement("ol", { class: "footnotes" });
  for (const reference of elementsOf(root)) {
    const label = readAttribute(reference, "data-l-footnote");
    if (label === undefined) continue;
    removeAttribute(reference, "data-l-footnote");
    const html = footnote(label);
    reference.childNodes = [];
    if (html === undefined) {
      appendText(reference, `[^${label}]`);
      continue;
    }
    const number = numbers.get(label) ?? numbers.size + 1;
    const id = `${idPrefix}fn-${number}`;
    setAttribute(reference, "class", "footnote-reference");
    const link = createElement("a", { href: `#${id}`, "aria-label": `Footnote ${number}` });
    appendText(link, String(number));
    append(reference, link);
    if (!numbers.has(label)) append(list, createNote(id, html));
    numbers.set(label, number);
  }
  if (numbers.size > 0) append(root, list);
}

function createNote(id: string, html: string): Element {
  const item = createElement("li", { id });
  append(item, ...parseHtml(html).childNodes);
  return item;
}
