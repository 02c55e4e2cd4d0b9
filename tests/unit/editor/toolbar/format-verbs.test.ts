import { expect, test } from "vitest";
import { formatKeyName, formatVerbs, headingVerbs } from "@/components/editor/toolbar/format-verbs";

const all = [...headingVerbs, ...formatVerbs];

test("no two verbs share a key", () => {
  const keys = all.map(({ key }) => formatKeyName(key, false));
  expect(new Set(keys).size).toBe(keys.length);
});

test("no two verbs share a name in the palette", () => expect(new Set(all.map(({ id }) => id)).size).toBe(all.length));

test("a key is named as the keyboard names it", () =>
  expect([formatKeyName({ shift: true, code: "Digit8" }, false), formatKeyName({ shift: true, code: "Digit8" }, true)]).toEqual([
    "Ctrl+Shift+8",
    "⇧⌘8",
  ]));
