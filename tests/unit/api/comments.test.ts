import { expect, test } from "vitest";
import { createCommentBodySchema } from "@/lib/api/comments";

test.each([
  ["nothing to say", { body: "  \n" }],
  ["more than a comment holds", { body: "x".repeat(10_001) }],
  ["control characters", { body: "a\u0007b" }],
  ["an empty range", { body: "Hello", range: { start: 3, end: 3 } }],
  ["a range that is longer than a quote", { body: "Hello", range: { start: 3, end: 30_000 } }],
  ["a quote of nothing", { body: "Hello", quote: "words" }],
])("%s is refused with a sentence", (_name, body) => {
  expect(createCommentBodySchema.safeParse(body).error?.issues[0]?.message).toMatch(/^[A-Z].+\.$/);
});

test("line ends are made one kind, and what stands around the words goes", () => {
  expect(createCommentBodySchema.parse({ body: " one\r\ntwo\rthree \n" }).body).toBe("one\ntwo\nthree");
});
