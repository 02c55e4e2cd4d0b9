import { expect, test } from "vitest";
import { checkClasses, checkDuration, checkLanguage, shownValue } from "@/components/editor/settings/setting-words";

test("a time is checked as the deck reads it", () =>
  expect(["", "90s", "1h30m", "1:30", "soon"].map((text) => checkDuration(text) === undefined)).toEqual([true, true, true, true, false]));
test("a language is a code", () =>
  expect(["", "en", "pt-BR", "zh-Hans-CN", "English please"].map((text) => checkLanguage(text) === undefined)).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]));
test("what is no class name is named", () =>
  expect(checkClasses("lead 2nd")).toBe("“2nd” is no class name: use letters, digits and hyphens, a letter first."));
test("values of front matter are shown as words", () =>
  expect([undefined, null, 20, true, ["a", "b"]].map(shownValue)).toEqual(["", "", "20", "true", "a b"]));
