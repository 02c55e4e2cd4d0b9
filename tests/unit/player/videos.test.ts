import { expect, test } from "vitest";
import { frameOf } from "@/lib/player/videos";

const youTube = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1";
const vimeo = "https://player.vimeo.com/video/76979871?autoplay=1";

test("the players of both hosts are framed on a page from a server", () => {
  expect([frameOf(youTube, "https:"), frameOf(vimeo, "https:")]).toEqual([youTube, vimeo]);
});

test("from disk YouTube's page is opened instead, since its player refuses such pages", () => {
  expect([frameOf(youTube, "file:"), frameOf(vimeo, "file:")]).toEqual([undefined, vimeo]);
});

test.each([undefined, "", "https://evil.example/embed/x", "http://player.vimeo.com/video/1", "javascript:alert(1)"])(
  "%s is not framed",
  (address) => {
    expect(frameOf(address, "https:")).toBeUndefined();
  },
);
