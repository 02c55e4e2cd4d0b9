import type { MarkedExtension, Tokens } from "marked";

/** Keeps a list's bullet: in a deck that says `marp: true`, `*` and `1)` lists appear item by item. */
export const lists: MarkedExtension = {
  renderer: {
    list(token: Tokens.List) {
      const body = token.items.reduce((items, item) => items + this.listitem(item), "");
      const start = token.ordered && token.start !== 1 && token.start !== "" ? ` start="${token.start}"` : "";
      const bullet = /^\s*(?:\*|\d+\))/.test(token.raw) ? ' data-l-bullet="*"' : "";
      const name = token.ordered ? "ol" : "ul";
      return `<${name}${start}${bullet}>\n${body}</${name}>\n`;
    },
  },
};
