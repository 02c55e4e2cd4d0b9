import { expect, test } from "vitest";
import { mediaKindOf } from "@/lib/deck/syntax/media";

test.each([
  ["clip.mp4", "video"],
  ["CLIP.WEBM?x=1#t=3", "video"],
  ["data:video/mp4;base64,AAAA", "video"],
  ["talk.mp3", "audio"],
  ["talk.ogg", "audio"],
  ["picture.png", undefined],
  ["picture.png?from=clip.mp4", undefined],
  ["mp4", undefined],
])("%s is %s", (url, kind) => {
  expect(mediaKindOf(url)).toBe(kind);
});
