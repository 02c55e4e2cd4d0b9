import { append, appendText, createElement, insertBefore, removeAttribute, type Element } from "@/lib/deck/sanitize/tree";

/** Makes a block what is drawn from it: another element with this class alone; it keeps its step. Returns it. */
export function become(element: Element, tagName: string, className: string): Element {
  element.tagName = tagName;
  element.nodeName = tagName;
  element.attrs = [{ name: "class", value: className }, ...element.attrs.filter(({ name }) => name === "data-step")];
  element.childNodes = [];
  return element;
}

/** Puts a sentence above a block that can't be drawn; its text stays where it is. */
export function showProblem(block: Element, sentence: string): void {
  const parent = block.parentNode;
  if (!parent) return;
  const box = createElement("div", { class: "drawing-problem" });
  const text = createElement("p");
  appendText(text, sentence);
  insertBefore(parent, box, block);
  removeAttribute(block, "data-l-info");
  append(box, text, block);
}
