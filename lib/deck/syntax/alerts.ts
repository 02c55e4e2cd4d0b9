import type { MarkedExtension, Tokens } from "marked";

const marker = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i;

/** GitHub's alerts: a quote whose first line is `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`. */
export const alerts: MarkedExtension = {
  renderer: {
    blockquote(token: Tokens.Blockquote) {
      const kind = marker.exec(token.text)?.[1];
      if (!kind) return false;
      const name = kind.toLowerCase();
      const title = name.charAt(0).toUpperCase() + name.slice(1);
      const body = this.parser
        .parse(token.tokens)
        .replace(/\[!\w+\][ \t]*(?:<br>)?\n?/, "")
        .replace(/^<p>\s*<\/p>\s*/, "");
      return `<div class="alert alert-${name}" role="note">\n<p class="alert-title">${title}</p>\n${body}</div>\n`;
    },
  },
};
