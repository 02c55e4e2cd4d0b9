import { expect, test } from "vitest";
import { detectDialect } from "@/lib/deck";

test("plain Markdown is the deck language, and nobody is sure", () => {
  expect(detectDialect("# One\n\ntext\n\n---\n\n# Two\n")).toMatchObject({ dialect: "lectern", confidence: 0.5 });
});

test("a deck that states its dialect is not guessed at", () => {
  expect(detectDialect("---\ndialect: lectern\n---\n\n???\n\n---\n\n???\n\n???\n")).toMatchObject({ dialect: "lectern", confidence: 1 });
});
