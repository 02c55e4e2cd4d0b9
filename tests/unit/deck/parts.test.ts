import { expect, test } from "vitest";
import { diagramHash, parseDeck } from "@/lib/deck";

const parts = (text: string) => parseDeck(text).slides.map((slide) => slide.parts);

test("a slide knows its diagrams by text, wherever they stand", () => {
  const [slide] = parts("```mermaid\npie\n```\n\n- item\n\n  ```mermaid\n  gantt\n  ```\n\n::: columns\n```mermaid\npie\n```\n:::");
  expect(slide?.diagrams).toEqual(["pie", "gantt", "pie"].map((text) => ({ text, hash: diagramHash(text) })));
});

test.each([
  ["a formula", "$x$", true],
  ["a formula in the footer", "<!-- footer: $x$ -->\n\nText", true],
  ["a formula in a footnote", "Text[^1]\n\n[^1]: $x$", true],
  ["a price", "5 $ or $6", false],
  ["a formula in code", "`$x$`", false],
  ["a formula that is switched off", "---\nmath: false\n---\n\n$x$", false],
])("%s makes math: %s %s", (_, text, expected) => {
  expect(parts(text)[0]?.math).toBe(expected);
});

test.each([
  ["a rare emoji", "Text :sauropod:", true],
  ["a rare emoji in the header", "<!-- header: 'A :sauropod:' -->\n\nText", true],
  ["a name that nobody knows", "Text :no_such_thing:", true],
  ["a common emoji", "Text :rocket:", false],
  ["a common emoji right behind a word between colons", "note:see:rocket:", false],
  ["a time of day", "At 10:30:45", false],
  ["a name in code", "`:sauropod:`", false],
])("%s asks for the whole table of emoji: %s %s", (_, text, expected) => {
  expect(parts(text)[0]?.emoji).toBe(expected);
});

test.each([
  ["a fence", "```kt\nval a = 1\n```", ["kotlin"]],
  ["a fence in a list", "- item\n\n  ~~~ Rust {1}\n  fn a() {}\n  ~~~", ["rust"]],
  ["an indented block of Landslide's", "    !haskell\n    a = 1", ["haskell"]],
  ["the same language twice", "```go\n```\n\n```golang\n```", ["go"]],
  ["a language by one of its other names", "```tsx\nlet a\n```", ["typescript"]],
  ["a language that nothing knows", "```klingon\nqapla\n```", []],
  ["a name inside code", "`` ```kotlin ``", []],
  ["more code than a slide shows", `\`\`\`kotlin\n${"a\n".repeat(20_000)}\`\`\``, []],
  ["a line that no slide shows", `\`\`\`kotlin\n${"a".repeat(600)}\n\`\`\``, []],
])("%s needs these grammars: %s %s", (_, text, expected) => {
  expect(parts(text)[0]?.languages).toEqual(expected);
});
