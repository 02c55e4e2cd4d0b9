import { expect, test } from "vitest";
import { momentText } from "@/components/ui/moment";

test("a moment has its date even where that is today", () => {
  expect(momentText(new Date(2026, 10, 28, 8, 3), new Date(2026, 10, 28, 9, 5))).toMatch(/^Saturday,? 28 November at 08:03$/);
});
