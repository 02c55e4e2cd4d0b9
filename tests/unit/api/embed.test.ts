import { expect, test } from "vitest";
import { embedCode, embedUrl, type EmbedChoices } from "@/lib/api/embed";

test("the code names the framed address and the talk, and nothing in a title gets out of it", () => {
  const code = embedCode({ url: "https://talks.example/p/abc", title: 'A "talk"><script>' });
  expect(code).toMatch(/^<iframe src="https:\/\/talks\.example\/p\/abc\?embed" title="A &quot;talk&quot;&gt;&lt;script&gt;" /);
  expect(code).toMatch(/allowfullscreen><\/iframe>$/);
});

test("an address says no more than what was chosen", () => {
  const address = (choices: EmbedChoices) => embedUrl("/p/abc", choices);
  expect(address({})).toBe("/p/abc?embed");
  expect(address({ view: "slides", slide: 1, hasControls: true, isLoop: true })).toBe("/p/abc?embed");
  expect(address({ slide: 4, hasControls: false })).toBe("/p/abc?embed&controls=0#4");
  expect(address({ autoplayS: 8, isLoop: true })).toBe("/p/abc?embed&autoplay=8&loop");
  expect(address({ view: "read", slide: 2, autoplayS: 8, hasControls: false })).toBe("/p/abc?embed&view=read#2");
});

test("a text is a window of its own height, and an address stays one attribute", () => {
  expect(embedCode({ url: "/p/abc", title: "A", view: "read" })).toMatch(/src="\/p\/abc\?embed&amp;view=read" .*height: 640px/);
});
