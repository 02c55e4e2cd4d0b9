import type { MarkedExtension, Tokens } from "marked";

/** Keeps a list's bullet: in a deck that says `marp: true`, `*` and `1)` lists appear item by item. */
export const lists: MarkedExtension = {
  renderer: {
    list(token: Tokens.List) {
      const body = token.items.reduce((items, item) => items + this.listitem(item), "");
      const name = token.ordered ? "ol" : "ul";
      return `<${name}${printStart(token)}${isStarred(token) ? ' data-l-bullet="*"' : ""}>\n${body}</${name}>\n`;
    },
  },
};

/** The number that a list begins with, as an attribute. */
export function printStart({ ordered, start }: Tokens.List): string {
  return ordered && start !== 1 && start !== "" ? ` start="${start}"` : "";
}

/** Is this a `*` or `1)` list? */
export function isStarred({ raw }: Tokens.List): boolean {
  return /^\s*(?:\*|\d+\))/.test(raw);
}
