import { expect, test } from "vitest";
import { dialects, importDeck, parseDeck, type Dialect } from "@/lib/deck";
import { fillUnits, pathologicalTexts, plainProse } from "@/tests/support/decks/pathological";
import { pathologicalImports } from "@/tests/support/decks/pathological-imports";

/** A text may take ten times what plain text of its size takes to import and to read. */
const maxTimes = 10;

/** With `PATHOLOGICAL_UNITS` set, every text is imported as every dialect; else as the one whose words it is made of. */
const isThorough = process.env["PATHOLOGICAL_UNITS"] !== undefined;

interface Case {
  readonly name: string;
  readonly text: string;
  readonly as: Dialect | "auto";
}

const everything = Object.entries(pathologicalTexts).map(([name, text]) => ({ name, text }));
const imports = dialects.flatMap((about) => Object.entries(pathologicalImports[about]).map(([name, text]) => ({ name, text, about })));

const cases: readonly Case[] = isThorough
  ? [...everything, ...imports].flatMap(({ name, text }) => (["auto", ...dialects] as const).map((as) => ({ name, text, as })))
  : imports.map(({ name, text, about }) => ({ name, text, as: about === "lectern" ? "auto" : about }));

/**
 * What texts are measured against: prose of their size. Those of a sixteenth of the largest have fewer lines than are
 * left unconverted, so that many slides of plain text count for them too.
 */
const plainTexts = isThorough ? [plainProse] : [plainProse, fillUnits("words\n\n---\n\n")];

const processorMs = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

const plain = new Map<Dialect | "auto", number>();

function plainMs(as: Dialect | "auto"): number {
  const known = plain.get(as);
  if (known !== undefined) return known;
  const once = () => Math.max(...plainTexts.map((text) => processorMs(() => parseDeck(importDeck(text, as).markdown))));
  once();
  const measured = Math.min(once(), once());
  plain.set(as, measured);
  return measured;
}

test.each(cases)("$name, imported as $as: within ten times plain text of its size", { timeout: 0 }, ({ text, as }) => {
  const times = () => processorMs(() => importDeck(text, as)) / plainMs(as);
  const first = times();
  expect(first <= maxTimes ? first : Math.min(first, times())).toBeLessThanOrEqual(maxTimes);
});

const longest = `${"::: {.a}\n\n".repeat(25_000)}`;

test("a text of more lines than any talk comes over as it is, and says so", () => {
  const { markdown, notices } = importDeck(longest, "pandoc");
  expect([markdown === longest, notices.map(({ code }) => code)]).toEqual([true, ["import-too-long"]]);
  expect(importDeck(markdown).markdown).toBe(markdown);
});

test("a picture that stands in its text is one long line, and no reason to leave the deck as it is", () => {
  const text = `# [fit] One\n\n![inline](data:image/png;base64,${"QUJD".repeat(50_000)})\n\n^ said\n`;
  expect(importDeck(text, "deckset").notices.map(({ code }) => code)).not.toContain("import-too-long");
});
