import { expect, test } from "vitest";
import { encodeClosedBy, readClosedBy } from "@/lib/collab/protocol/close-codes";

test("who closed a deck is read from the reason, and only where it says so", () => {
  expect(readClosedBy(encodeClosedBy("Ana Maria Berg"))).toBe("Ana Maria Berg");
  expect(readClosedBy("the deck was deleted")).toBeUndefined();
  expect(readClosedBy(encodeClosedBy(""))).toBeUndefined();
});

test("a reason never holds more than a close frame does, and no half character", () => {
  const reason = encodeClosedBy("🙂".repeat(60));
  expect(new TextEncoder().encode(reason).byteLength).toBeLessThanOrEqual(123);
  expect(readClosedBy(reason)).toMatch(/^(🙂)+$/u);
});
