import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { detectDialect, importDeck } from "@/lib/deck";

test("plain Markdown is the deck language, and nobody is sure", () => {
  expect(detectDialect("# One\n\ntext\n\n---\n\n# Two\n")).toEqual({ dialect: "lectern", confidence: 0.5, evidence: ["plain Markdown"] });
});

test("a deck that states its dialect is not guessed at", () => {
  expect(detectDialect("---\ndialect: lectern\n---\n\n???\n\n---\n\n???\n\n???\n")).toMatchObject({ dialect: "lectern", confidence: 1 });
});

test("nothing is the deck language", () => {
  expect(detectDialect("").dialect).toBe("lectern");
});

test.each([
  ["landslide", "# One\n\n.fx: titleslide\n\n---\n\n# Two\n\n.notes: said\n"],
  ["landslide", "One\n===\n\n---\n\n    !python\n    1\n\n# Presenter Notes\n\nsaid\n"],
  ["landslide", "[landslide]\ntheme = default\nsource = a.md\n"],
  ["marp", "---\nmarp: true\n---\n\n# One\n"],
  ["marp", "---\ntheme: gaia\n_class: lead\npaginate: true\n---\n\n# One\n\n---\n\n![bg right](a.png)\n"],
  ["marp", "<!-- $theme: gaia -->\n<!-- page_number: true -->\n# One\n"],
  [
    "slidev",
    "---\ntheme: seriph\ndrawings:\n  persist: false\n---\n\n# One\n\n---\nlayout: two-cols\n---\n\nleft\n\n::right::\n\n<v-click>right</v-click>\n",
  ],
  ["reveal", '## One\n\n---\n\n## Two\n\n----\n\n### Below\n\nNote: said\n\n---\n\n## Three <!-- .element: class="fragment" -->\n\nNote: more\n'],
  ["hedgedoc", "---\ntype: slide\nslideOptions:\n  transition: fade\n---\n\n# One\n\n---\n\n# Two\n"],
  ["remark", "class: center, middle\n\n# One\n\n---\n\n# Two\n\n--\n\nmore\n\n???\n\nsaid\n"],
  ["remark", '<!DOCTYPE html><html><body><textarea id="source">\n# One\n</textarea><script src="remark.min.js"></script></body></html>'],
  ["pandoc", "---\ntitle: A\nformat: revealjs\n---\n\n## One {.smaller}\n\n::: {.incremental}\n- a\n:::\n\n. . .\n\n::: notes\nsaid\n:::\n"],
  ["pandoc", "% Title\n% Author\n% Date\n\n# One\n\n. . .\n\n::: notes\nsaid\n:::\n"],
  ["deckset", "footer: me\nslidenumbers: true\n\n# [fit] One\n\n![inline](a.png)\n\n^ said\n"],
  ["deckset", "# One\n\n[.column]\n\na\n\n[.column]\n\nb\n\n---\n\n![left fit](a.png)\n"],
  ["gitpitch", "---?image=a.png\n\n# One\n\n+++\n\n- a |\n- b |\n"],
  ["gitpitch", "# One\n\n---\n@title[Two]\n\n@ul\n- a\n@ulend\n"],
  [
    "gitpitch",
    '# One\n\n- a <!-- .element: class="fragment" -->\n- b <!-- .element: class="fragment" -->\n\n+++\n\n## Below\n\n---\n\n# Two\n\nNote: said\n',
  ],
  ["lectern", "# One\n\n<!-- _layout: quote -->\n\n<!-- _duration: 90s -->\n\n---\n\n![bg](a.png)\n"],
])("%s is told from %j", (dialect, source) => {
  expect(detectDialect(source).dialect).toBe(dialect);
});

test.each([
  [
    "a README",
    "# Tool\n\n[![build](https://x/y.svg)](https://x)\n\n## Install\n\n```sh\nnpm i tool\n```\n\n---\n\n## Note\n\nNote: needs Node.\n\n- a\n- b\n\n<!-- toc -->\n",
  ],
  ["a changelog", "# Changelog\n\n## 1.2.0\n\n- Fixed `v-click`\n\n---\n\n## 1.1.0\n\n- Added `marp: true`\n"],
  [
    "code in fences",
    "# About slides\n\n```md\n---\nmarp: true\n---\n\n???\n\n<v-click>\n\n.left[\n]\n\nclass: center\n```\n\n---\n\n~~~\n---?image=a.png\n^ note\n.fx: a\n~~~\n",
  ],
  ["indented code", "# About slides\n\n    ???\n    class: center\n    .left[a]\n    ^ note\n\n---\n\ntext\n"],
  ["a page of Hugo's", '+++\n# About me\ntitle = "A"\ndate = 2026-01-01\n+++\n\n# A\n\ntext\n\n---\n\nmore\n'],
  ["an article with pictures of imgur's", `# A\n\n${"![a](https://i.imgur.com/a.png)\n\n".repeat(4)}text\n`],
  ["a blog post's front matter", "---\ntitle: A\ndate: 2026-01-01\ntags: [a, b]\nlayout: post\n---\n\n# A\n\ntext\n\n---\n\nmore\n"],
])("%s is taken for plain Markdown", (_what, source) => {
  const { dialect, confidence } = detectDialect(source);
  expect([dialect, confidence <= 0.5]).toEqual(["lectern", true]);
});

// Every fixture of one dialect says so, or is too short to say anything.
const folder = "tests/fixtures/deck/import";
const fixtures = readdirSync(folder).flatMap((dialect) =>
  readdirSync(path.join(folder, dialect))
    .filter((name) => /(?<!\.expected)\.(?:md|html)$/.test(name))
    .map((name) => [dialect, name] as const),
);

test.each(fixtures)("%s/%s is taken for no third dialect with confidence", (dialect, name) => {
  const guess = detectDialect(readFileSync(path.join(folder, dialect, name), "utf8"));
  expect([dialect, "lectern", guess.confidence > 0.6 ? "" : guess.dialect]).toContain(guess.dialect);
});

test("two dialects in one text leave doubt", () => {
  const { confidence } = detectDialect("# One\n\n???\n\nsaid\n\n---\n\n.fx: a\n\n???\n\n.notes: said\n");
  expect(confidence).toBeLessThan(0.7);
});

test("a dialect that somebody chose, and that nothing speaks for, says so", () => {
  expect(importDeck("# One\n", "slidev").evidence).toEqual(["nothing in it is Slidev's alone"]);
  expect(importDeck("# One\n", "lectern").evidence).toEqual(["plain Markdown"]);
});

test("evidence is said in short phrases, what says most first", () => {
  expect(detectDialect("class: center\n\n# One\n\n---\nclass: middle\n\n.big[a]\n\n???\n\nsaid\n").evidence).toEqual([
    "2 slide properties",
    "1 `???` line",
    "1 `.class[…]`",
  ]);
});

test("headings without breaks below a title and an author are Pandoc's", () => {
  const text = "---\ntitle: A\nauthor: B\n---\n\n# One\n\n## a\n\nx\n\n## b\n\nx\n\n# Two\n\n## c\n\nx\n\n## d\n\nx\n";
  expect(detectDialect(text).dialect).toBe("pandoc");
  expect(detectDialect(text.replace("## b", "---\n\n## b")).dialect).toBe("lectern");
});
