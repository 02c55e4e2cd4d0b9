import fc from "fast-check";

/** What somebody does to a text; places are shares of its length, so that an edit fits any text. */
export type Edit = (source: string) => string;

/** Shows in a counterexample what the edit was. */
function told(what: unknown, edit: Edit): Edit {
  return Object.assign(edit, { [fc.toStringMethod]: () => JSON.stringify(what) });
}

/** Pieces of text that change structure when they land in the middle of something. */
const structures = [
  "---\n",
  "\n---\n",
  "\n\n---\n\n",
  "***\n",
  "-",
  "--",
  "```\n",
  "~~~\n",
  "```js\n",
  "<!-- ",
  " -->",
  "<!-- _class: a -->",
  "<!-- paginate: true -->\n",
  "<!-- _layout: section -->\n",
  "# ",
  "## T\n",
  "\n",
  "\n\n",
  " ",
  "    ",
  "\t",
  "[",
  "]: ",
  "[a]: http://b\n",
  "[a]: http://c\n'title\n",
  "[x][a] [a]",
  "[^1]: note\n",
  "[^1]",
  "::: columns\n",
  ":::\n",
  "<div>",
  "</div>\n\n",
  "$$",
  "$$\n",
  "> ",
  "> [!NOTE]\n",
  "- ",
  "* x\n",
  "1) x\n",
  "???\n",
  ". . .\n",
  "| a | b |\n|---|---|\n",
  "=====\n",
  ".fx: a\n\n",
  "# Presenter Notes\n",
  "é",
  "👩‍🚀",
  "a\u0308",
  "\u2028",
  "\r\n",
  "\uFEFF",
  "<style>h1{color:red}</style>\n",
  "<style scoped>h1{color:red}</style>\n",
  "<script>\n",
  "<pre>\n",
  "![bg left](a.png)\n",
] as const;

const settings = [
  "breaks: true",
  "headingDivider: 2",
  "headingDivider: [1]",
  "incremental: true",
  "marp: true",
  "title: A",
  "x: *y",
  "style: 'h1{color:red}'",
  "class: a",
] as const;

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

/** Typing, pasting and cutting anywhere. */
const patch = fc
  .record({ at: place, cut: fc.nat({ max: 60 }), text: fc.oneof(fc.constantFrom(...structures), fc.string({ maxLength: 8 })) })
  .map((edit) =>
    told(edit, (source) => {
      const { at, cut, text } = edit;
      const start = Math.floor(at * source.length);
      return source.slice(0, start) + text + source.slice(start + cut);
    }),
  );

/** Lines that go, come twice, or are indented. */
const ofLines = fc
  .record({ at: place, count: fc.integer({ min: 1, max: 8 }), act: fc.constantFrom("delete", "repeat", "indent", "quote") })
  .map((edit) =>
    told(edit, (source) => {
      const { at, count, act } = edit;
      const lines = source.split("\n");
      const start = Math.floor(at * lines.length);
      const picked = lines.slice(start, start + count);
      const put = {
        delete: [],
        repeat: [...picked, ...picked],
        indent: picked.map((line) => `    ${line}`),
        quote: picked.map((line) => `> ${line}`),
      }[act];
      return [...lines.slice(0, start), ...put, ...lines.slice(start + count)].join("\n");
    }),
  );

/** Slides that move, are pasted a second time, or lose their break. */
const ofSlides = fc.record({ from: place, to: place, act: fc.constantFrom("move", "copy", "merge") }).map((edit) =>
  told(edit, (source) => {
    const { from, to, act } = edit;
    const slides = source.split("\n---\n");
    const [take, drop] = [Math.floor(from * slides.length), Math.floor(to * slides.length)];
    if (act === "merge") return [slides.slice(0, drop).join("\n---\n"), slides.slice(drop).join("\n---\n")].join("\n");
    const rest = act === "move" ? slides.toSpliced(take, 1) : slides;
    return rest.toSpliced(drop, 0, slides[take] ?? "").join("\n---\n");
  }),
);

/** Front matter that comes, goes or changes a setting. */
const ofFrontMatter = fc.constantFrom(...settings, "").map((setting) =>
  told(setting, (source) => {
    const bare = source.replace(/^---\n[\s\S]*?\n---\n/, "");
    return setting === "" ? bare : `---\n${setting}\n---\n${bare}`;
  }),
);

const lineEnds = fc.constantFrom("\r\n", "\n").map((end) => told(end, (source) => source.replace(/\r\n|\n/g, end)));

export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  { arbitrary: patch, weight: 10 },
  { arbitrary: ofLines, weight: 3 },
  { arbitrary: ofSlides, weight: 3 },
  { arbitrary: ofFrontMatter, weight: 1 },
  { arbitrary: lineEnds, weight: 1 },
);
