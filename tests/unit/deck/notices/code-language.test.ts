import { expect, test } from "vitest";
import { noticesIn } from "@/tests/support/decks/notices";

test("a language that nothing colours is named at its word", () => {
  const source = "# One\n\n```klingon {1}\nqapla\n```\n";
  expect(noticesIn(source, "code-language").map(({ about }) => about)).toEqual(["klingon"]);
});

test("known languages, plain text and drawings say nothing", () => {
  expect(noticesIn("```ts\na\n```\n\n```\na\n```\n\n```text\na\n```\n\n```mermaid\na\n```\n\n```chart\na\n```\n", "code-language")).toEqual([]);
});

test("a language whose grammar has yet to come is known by all its names", () => {
  expect(noticesIn("```kotlin\na\n```\n\n```kt\na\n```\n\n```C++\na\n```\n\n```asm\na\n```\n", "code-language")).toEqual([]);
});
