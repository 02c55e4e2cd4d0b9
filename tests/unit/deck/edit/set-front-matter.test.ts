import fc from "fast-check";
import { expect, test } from "vitest";
import { applyTextEdits, parseDeck, setFrontMatter } from "@/lib/deck";

function set(source: string, changes: Readonly<Record<string, unknown>>): string {
  return applyTextEdits(source, setFrontMatter(parseDeck(source), changes));
}

test("a value changes where it stands; comments, order and unknown keys stay", () => {
  expect(set("---\n# mine\ntheme: ink # dark halls\nx-own: [1,  2]\ntitle: T\n---\n# A\n", { theme: "paper" })).toBe(
    "---\n# mine\ntheme: paper # dark halls\nx-own: [1,  2]\ntitle: T\n---\n# A\n",
  );
});

test("a value keeps its quotes", () => {
  expect(set("---\ntitle: \"One\"\nfooter: 'a'\n---\n", { title: 'Say "so"', footer: "it's" })).toBe(
    "---\ntitle: \"Say \\\"so\\\"\"\nfooter: 'it''s'\n---\n",
  );
});

test("a new setting comes last", () => {
  expect(set("---\ntitle: T\n---\n\n# A\n", { theme: "ink" })).toBe("---\ntitle: T\ntheme: ink\n---\n\n# A\n");
});

test("a setting is taken out with its line", () => {
  expect(set("---\ntitle: T\ntheme: ink\npaginate: true\n---\n", { theme: undefined })).toBe("---\ntitle: T\npaginate: true\n---\n");
});

test("a block of lines gives way to one value", () => {
  expect(set("---\nheadingDivider:\n  - 1\n  - 2\ntitle: T\n---\n", { headingDivider: 1 })).toBe("---\nheadingDivider: 1\ntitle: T\n---\n");
});

test("a block of text gives way to one value", () => {
  expect(set("---\nfooter: |\n  a\n  b\ntitle: T\n---\n", { footer: "c" })).toBe("---\nfooter: c\ntitle: T\n---\n");
});

test("a key without a value gets one", () => {
  expect(set("---\nfooter:\ntitle: T\n---\n", { footer: "c" })).toBe("---\nfooter: c\ntitle: T\n---\n");
});

test("text of several lines is written as lines, but on one where a comment stands behind it", () => {
  expect(set("---\ntitle: T\n---\n", { style: "h1 {\n  color: red\n}\n" })).toBe("---\ntitle: T\nstyle: |\n  h1 {\n    color: red\n  }\n---\n");
  expect(set("---\nfooter: a # why\n---\n", { footer: "b\nc" })).toBe('---\nfooter: "b\\nc" # why\n---\n');
});

test("a value needs quotes only where YAML would read another", () => {
  expect(set("---\ntitle: T\n---\n", { title: "a > b -- c", footer: "yes: no" })).toBe('---\ntitle: a > b -- c\nfooter: "yes: no"\n---\n');
});

test("settings that stand further in stay in line", () => {
  expect(set("---\n  title: T\n---\n", { theme: "ink", headingDivider: [1, 2] })).toBe(
    "---\n  title: T\n  theme: ink\n  headingDivider:\n    - 1\n    - 2\n---\n",
  );
});

test("a setting that is there twice changes where it counts, and goes with both", () => {
  const twice = "---\ntheme: ink\ntheme: paper\n---\n";
  expect(set(twice, { theme: "plain" })).toBe("---\ntheme: ink\ntheme: plain\n---\n");
  expect(set(`${twice}# A\n`, { theme: undefined })).not.toContain("theme");
});

test("a deck without front matter gets it", () => {
  expect(set("# A\n", { theme: "ink" })).toBe("---\ntheme: ink\n---\n\n# A\n");
});

test("a deck that starts with a rule keeps its empty first slide", () => {
  const deck = parseDeck(set("---\n\n# B\n", { theme: "ink" }));
  expect([deck.settings.theme, deck.slides.map((slide) => slide.title)]).toEqual(["ink", ["", "B"]]);
});

test("front matter that can't be read is left alone", () => {
  expect(setFrontMatter(parseDeck("---\ntitle: [a\n---\n# A\n"), { theme: "ink" })).toEqual([]);
});

test("the same value is no edit", () => {
  expect(setFrontMatter(parseDeck("---\ntheme:   ink\n---\n"), { theme: "ink" })).toEqual([]);
});

test("what is set is read back, and all else is as before", () => {
  const value = fc.oneof(
    fc.string({ maxLength: 12 }).filter((text) => text !== ""),
    fc.boolean(),
    fc.integer(),
    fc.constantFrom("#fff", "a: b", "- x", "null", "1", "*a", "yes # no", "''"),
  );
  const lines = fc.subarray(
    ["title: T", "# comment", "footer: 'x'", "theme: ink  # why", "list:\n  - 1\n  - 2", "map: {a: 1}", "text: |\n  one\n  two", "empty:"],
    { minLength: 1 },
  );
  fc.assert(
    fc.property(lines, fc.constantFrom("title", "footer", "theme", "list", "map", "text", "empty", "new"), value, (front, key, next) => {
      const source = `---\n${front.join("\n")}\n---\n\n# A\n`;
      const before = parseDeck(source);
      fc.pre(before.frontMatter.range !== undefined);
      const after = parseDeck(set(source, { [key]: next }));
      expect(after.frontMatter.values).toEqual({ ...before.frontMatter.values, [key]: next });
      expect(set(after.source, { [key]: undefined })).toBe(set(source, { [key]: undefined }));
    }),
    { numRuns: 200 },
  );
}, 60_000);
