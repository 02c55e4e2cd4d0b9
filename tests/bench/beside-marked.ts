import { marked } from "marked";
import { parseDeck, renderDeck } from "@/lib/deck";

/** What of our own the bench compares with marked, in a module of its own: it is built as the product is. */
export function compile(text: string): void {
  renderDeck(parseDeck(text));
}

/** The same by bare marked. */
export function printBare(text: string): void {
  marked.parse(text, { async: false });
}
