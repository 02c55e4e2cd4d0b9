import { expect, test } from "vitest";
import { noticesIn } from "@/tests/support/decks/notices";

test("lists that nest too deep are named", () => {
  expect(noticesIn(`# One\n\n${"> ".repeat(60)}deep\n`, "nested-too-deep")).toHaveLength(1);
});

test("a paragraph too long to be read is named", () => {
  expect(noticesIn(`# One\n\n${"word ".repeat(20_000)}\n`, "paragraph-too-long")[0]?.message).toContain("64 KiB");
});

test("what is within the limits says nothing", () => {
  const source = `${"> ".repeat(40)}deep\n\n${"word ".repeat(10_000)}\n`;
  expect([...noticesIn(source, "nested-too-deep"), ...noticesIn(source, "paragraph-too-long")]).toEqual([]);
});
