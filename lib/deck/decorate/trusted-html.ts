import { appendText, type Element } from "@/lib/deck/sanitize/tree";

/**
 * HTML of our own making that goes into a sanitised tree. It stands there as a numbered mark of NUL characters,
 * which no parsed text can hold, and takes its place when the tree has been printed.
 */
export interface TrustedHtml {
  /** Replaces the element's content. */
  readonly put: (element: Element, html: string) => void;
  readonly fill: (printed: string) => string;
}

export function collectTrustedHtml(): TrustedHtml {
  const parts: string[] = [];
  return {
    put(element, html) {
      element.childNodes = [];
      appendText(element, `\u0000${parts.push(html) - 1}\u0000`);
    },
    fill: (printed) =>
      parts.length === 0
        ? printed
        : printed
            .split("\u0000")
            .map((part, index) => (index % 2 === 1 ? (parts[Number(part)] ?? "") : part))
            .join(""),
  };
}
