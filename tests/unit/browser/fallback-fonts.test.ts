import { expect, test } from "vitest";
import { neededFallbacks } from "@/lib/browser/fallback-fonts";

const needed = (text: string) => Object.fromEntries(neededFallbacks(text).map(({ fallback, text: mine }) => [fallback.family, mine]));

test("what the themes' fonts hold needs no other", () => {
  expect(needed("Text, äöü © ™ ↔ кириллица 1 2 3")).toEqual({});
});

test("each script brings its own characters and no others", () => {
  expect(needed("Start 🚀 now")).toEqual({ "Fallback Emoji": "🚀" });
  expect(needed("한국 ok")).toEqual({ "Fallback Korean": "한국" });
  expect(needed("简体")).toEqual({ "Fallback Chinese": "简体" });
});

test("Han characters are Japanese beside kana", () => {
  expect(Object.keys(needed("東京の夏"))).toEqual(["Fallback Japanese", "Fallback Chinese"]);
  expect(needed("東京の夏")["Fallback Japanese"]).toBe("東京の夏");
});

test("what joins emoji comes with them", () => {
  expect(needed("👩‍💻 ❤️")["Fallback Emoji"]).toContain("\u200d");
});
