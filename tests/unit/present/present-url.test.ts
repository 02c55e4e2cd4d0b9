import { expect, test } from "vitest";
import { presentedUrl, presentUrl } from "@/components/present/present-url";
import { versionIdSchema } from "@/lib/api/ids";

test("the stage opens at its beginning without a hash, else at the slide's number", () => {
  expect(presentUrl("a1")).toBe("/decks/a1/present");
  expect(presentUrl("a1", 0)).toBe("/decks/a1/present");
  expect(presentUrl("a1", 6)).toBe("/decks/a1/present#7");
});

test("what a talk showed is named by its version, and a slide of it by its anchor", () => {
  const versionId = versionIdSchema.parse("00000000-0000-4000-8000-000000000000");
  expect(presentedUrl("a1", { versionId })).toBe(`/decks/a1/present?v=${versionId}`);
  expect(presentedUrl("a1", { versionId, anchor: "grün" })).toBe(`/decks/a1/present?v=${versionId}#gr%C3%BCn`);
});
