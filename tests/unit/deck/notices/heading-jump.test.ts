import { expect, test } from "vitest";
import { noticesIn } from "@/tests/support/decks/notices";

test("a heading two levels deeper is named, and lifted", () => {
  const [notice, ...others] = noticesIn("# One\n\n#### Deep\n\n##### Deeper\n", "heading-jump");
  expect(notice?.about).toBe("#### Deep");
  expect(notice?.fixed).toBe("# One\n\n## Deep\n\n##### Deeper\n");
  expect(others).toHaveLength(1);
});

test("slides may begin at any level, and go up as they like", () => {
  expect(noticesIn("# One\n\n---\n\n### Three\n\n#### Four\n\n# One\n", "heading-jump")).toEqual([]);
});
