import { expect, test } from "vitest";
import { withoutGuestEmails } from "@/lib/auth/guest";

test("placeholder addresses go wherever they stand, real ones stay", () => {
  const answer = { user: { email: "temp-1@guest.invalid", name: "" }, others: [{ email: "ana@example.invalid" }, "TEMP@GUEST.INVALID"], count: 2 };
  expect(withoutGuestEmails(answer)).toEqual({ user: { email: null, name: "" }, others: [{ email: "ana@example.invalid" }, null], count: 2 });
});

test("null and dates pass", () => {
  const date = new Date(0);
  expect(withoutGuestEmails({ a: null, b: date })).toEqual({ a: null, b: date });
});
