import type { MarkedExtension, Tokens } from "marked";

const mark = /<!--\s*fit\s*-->/;

/** Marp's `# <!-- fit --> Words`: set as large as the slide is wide (`decorate/fit-headings.ts`). */
export const headingsThatFit: MarkedExtension = {
  renderer: {
    heading({ raw, tokens, depth }: Tokens.Heading) {
      return mark.test(raw) ? `<h${depth} data-l-fit="">${this.parser.parseInline(tokens).replace(mark, "").trim()}</h${depth}>\n` : false;
    },
  },
};
