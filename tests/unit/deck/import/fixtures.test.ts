import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { dialects, importDeck } from "@/lib/deck";

// `name.md` is what somebody wrote in the folder's dialect, `name.expected.md` the deck that becomes of it, and
// `name.notices.txt` what the import says of it. One behaviour a pair; `-u` writes the results anew.
const folder = "tests/fixtures/deck/import";

describe.each(dialects.filter((dialect) => existsSync(path.join(folder, dialect))))("%s", (dialect) => {
  const names = readdirSync(path.join(folder, dialect)).filter((name) => /(?<!\.expected)\.(?:md|html)$/.test(name));

  test.each(names)("%s", async (name) => {
    const file = path.resolve(folder, dialect, name);
    const { markdown, notices } = importDeck(readFileSync(file, "utf8"), dialect);
    await expect(markdown).toMatchFileSnapshot(file.replace(/\.\w+$/, ".expected.md"));
    const said = notices.map(({ severity, code, message, range }) => `${range.startLine} ${severity} ${code}: ${message}\n`).join("");
    await expect(said || "Nothing.\n").toMatchFileSnapshot(file.replace(/\.\w+$/, ".notices.txt"));
    expect(importDeck(markdown, dialect).markdown).toBe(markdown);
    expect(importDeck(markdown).markdown).toBe(markdown);
  });
});
