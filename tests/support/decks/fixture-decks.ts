import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const fixtures = ["tests/fixtures/deck/talks", "tests/fixtures/deck/html"];

/** Our own decks of tests/fixtures, and every Markdown file of the folder that the environment names in DECKS. */
export function fixtureDecks(): readonly string[] {
  const given = process.env["DECKS"];
  return [...fixtures, ...(given === undefined ? [] : [given])].flatMap(markdownIn);
}

function markdownIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => readFileSync(path.join(folder, name), "utf8"));
}
