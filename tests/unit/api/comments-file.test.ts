import { expect, test } from "vitest";
import { commentsFileName, readCommentsFile, writeCommentsFile } from "@/lib/api/comments-file";
import { commentThreadSchema } from "@/lib/api/comments";

const id = "6c1f0a52-1111-4222-8333-444455556666";
const thread = commentThreadSchema.parse({
  id,
  slideId: id,
  slide: 1,
  quote: "cache",
  range: { start: 3, end: 8 },
  anchor: { start: "AA==", end: "AA==" },
  resolved: { at: "2026-05-12T10:00:00Z", by: "Ana" },
  comments: [
    { id, author: { id, name: "Cleo", color: "#123456" }, isYours: true, body: "Is it?", createdAt: "2026-05-12T09:00:00Z", editedAt: null },
    { id, author: null, isYours: false, body: "It was.", createdAt: "2026-05-12T09:01:00Z", editedAt: null },
  ],
});

test("what was written is read again: words, place, who said it and when, and nothing of the page", () => {
  const [read] = readCommentsFile(writeCommentsFile({ threads: [thread] }))?.threads ?? [];
  expect(read).toEqual({
    slide: 1,
    quote: "cache",
    range: { start: 3, end: 8 },
    resolved: { at: "2026-05-12T10:00:00Z" },
    comments: [
      { author: { id, name: "Cleo" }, body: "Is it?", createdAt: "2026-05-12T09:00:00Z" },
      { author: null, body: "It was.", createdAt: "2026-05-12T09:01:00Z" },
    ],
  });
});

test.each(["", "# A deck", "[]", '{"threads": [{}]}'])("%j holds no comments", (text) => {
  expect(readCommentsFile(text)).toBeUndefined();
});

test("it stands beside the deck's text under its name", () => {
  expect(commentsFileName("Docker, 2014")).toBe("docker-2014.comments.json");
});
