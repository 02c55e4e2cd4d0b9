import { expect, test } from "vitest";
import { languageBytes, languageGoalBytes } from "@/tests/support/language-bytes";

test("what an editor loads of the language before anything is opened in it stays within its bound", () => {
  const bytes = languageBytes();
  expect(bytes).toBeGreaterThan(languageGoalBytes / 2);
  expect(bytes).toBeLessThanOrEqual(languageGoalBytes);
});
