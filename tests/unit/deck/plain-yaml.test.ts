import fc from "fast-check";
import { expect, test } from "vitest";
import { isMap, isScalar, parseDocument } from "yaml";
import { readFrontMatter } from "@/lib/deck/front-matter";
import { readPlainScalar, readPlainYaml } from "@/lib/deck/plain-yaml";

const options = { schema: "core", uniqueKeys: false, logLevel: "silent" } as const;

const piece = fc.constantFrom(
  ...[
    "a",
    "Big",
    "é",
    "true",
    "True",
    "null",
    "~",
    "yes",
    "0",
    "7",
    "16",
    "016",
    "1e3",
    "0x1F",
    ".5",
    ".inf",
    "2026-11-29",
    " ",
    "  ",
    "\t",
    "\u00a0",
  ],
  ...[
    ":",
    ": ",
    "#",
    " #",
    "-",
    "- ",
    "--",
    ",",
    "[",
    "]",
    "{",
    "}",
    "&",
    "*",
    "!",
    "|",
    ">",
    "'",
    '"',
    "%",
    "@",
    "`",
    "\\",
    "/",
    "?",
    "=",
    "(",
    ")",
    "<",
    "\u2028",
    "👩‍🚀",
    "·",
    "—",
    "©",
    "\u00ad",
    "\u2028",
    "7m",
    "min",
  ],
);
const value = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(""));
const key = fc.constantFrom("title", "_class", "headingDivider", "a-b", "a b", "true", "null", "2", "'q'", "a.b", "__proto__", "constructor", "é");

/** What the reader of YAML makes of the same. */
function readYaml(text: string): unknown {
  const { contents, errors } = parseDocument(text, options);
  const keys = isMap(contents) ? contents.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair.key.range?.[0]]] : [])) : [];
  return { errors, values: contents?.toJSON(), keys };
}

test("a value is what YAML reads, wherever it is read without it", () => {
  const plain = value.map((text) => ({ text, read: readPlainScalar(text) })).filter(({ read }) => read !== undefined);
  fc.assert(
    fc.property(plain, ({ text, read }) => {
      const document = parseDocument(text, options);
      expect({ errors: document.errors, value: document.toJS() }).toEqual({ errors: [], value: read?.value });
    }),
    { numRuns: 3_000 },
  );
});

test("lines of settings are what YAML reads, wherever they are read without it", () => {
  const line = fc.oneof(
    fc
      .tuple(key, fc.constantFrom(":", ": ", ":  ", " : "), fc.oneof(value, fc.constantFrom("Words of a title", "16:9", "https://a.example/b", "''")))
      .map((parts) => parts.join("")),
    fc.constantFrom("", "  ", "# said aside", " # said", "  more", "- x", "---", "...", "a: |", "b:"),
    fc
      .tuple(fc.constantFrom(" ", "  ", "    "), fc.constantFrom("in: it", "# aside", "of: |", "map:", "more: [", "words", "\ttab", "{}"))
      .map((parts) => parts.join("")),
  );
  const plain = fc
    .array(line, { maxLength: 7 })
    .map((lines) => ({ text: lines.join("\n"), read: readPlainYaml(lines.join("\n")) }))
    .filter(({ read }) => read !== undefined);
  fc.assert(
    fc.property(plain, ({ text, read }) => {
      expect({ errors: [], values: read?.values, keys: [...(read?.keys ?? [])] }).toEqual(readYaml(text));
    }),
    { numRuns: Number(process.env["RUNS"] ?? 3_000) },
  );
});

test("the settings of most talks need no reader of YAML", () => {
  const text =
    'marp: true\ntheme: gaia\n_class: lead\npaginate: true\nsize: 16:9\ntitle: "It\'s on"\nheadingDivider: 2\n# aside\n\ndate: 2026-11-29\nfooter:\n';
  expect(readPlainYaml(text)?.values).toEqual({
    ...{ marp: true, theme: "gaia", _class: "lead", paginate: true, size: "16:9", title: "It's on", headingDivider: 2 },
    ...{ date: "2026-11-29", footer: null },
  });
  for (const other of ["a: b: c", "a: [1]", "a: |\n  b", "a:\n  - c", "a: >\n  b\n", "a: #fff", "a: b #c", "a: 1.5", "a: b\na: c", "A title", ""]) {
    expect(readPlainYaml(other), other).toBeUndefined();
  }
});

test("a text below its key, settings below theirs and a colour need none either", () => {
  const text =
    "style: |\n  a {\n    color: red\n  }\n\ndrawings:\n  persist: false\n  # aside\n  sync: true\n# aside\nbackgroundColor: #303030\nduration: 20m\n";
  expect(readPlainYaml(text)?.values).toEqual({
    ...{ style: "a {\n  color: red\n}\n", drawings: { persist: false, sync: true }, backgroundColor: "#303030", duration: "20m" },
  });
  const { values, keys } = readFrontMatter(`---\n${text}---\n`);
  const { values: byYaml, keys: keysByYaml } = readFrontMatter(`---\n${text}list: []\n---\n`);
  expect({ ...values, list: [] }).toEqual(byYaml);
  expect([...keys, ["list", keysByYaml.get("list")]]).toEqual([...keysByYaml]);
  expect(readPlainYaml("a:\n  color: #fff\n")).toBeUndefined();
});
