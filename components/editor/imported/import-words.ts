import type { ImportSummary } from "@/lib/api/import";

/** Evidence that fits in a line. */
const maxPhrases = 3;

/** `Read as Marp`. */
export function readAsWords({ label, dialect }: Pick<ImportSummary, "label" | "dialect">): string {
  return dialect === "lectern" ? "Read as plain Markdown" : `Read as ${label}`;
}

/** How sure that is, and what speaks for it: `Sure: 14 …, 3 ….` */
export function confidenceWords({ confidence, evidence }: Pick<ImportSummary, "confidence" | "evidence">): string {
  const sureness = confidence >= 0.75 ? "Sure" : confidence >= 0.4 ? "Likely" : "A guess";
  return `${[sureness, evidence.slice(0, maxPhrases).join(", ")].filter((part) => part !== "").join(": ")}.`;
}

/** `3 things could not be converted.`; empty where all was. */
export function lossWords(count: number): string {
  if (count === 0) return "";
  return count === 1 ? "1 thing could not be converted." : `${count} things could not be converted.`;
}

/** What became of it. */
export function keptWords(count: number): string {
  return count === 1 ? "It was kept where it stood." : "They were kept where they stood.";
}

/** Is there anything to say or to choose about this import? Plain Markdown that nothing speaks against needs no word. */
export function isWorthSaying({ dialect, confidence, noticeCount }: Pick<ImportSummary, "dialect" | "confidence" | "noticeCount">): boolean {
  return dialect !== "lectern" || noticeCount > 0 || confidence < 0.5;
}

/** Where a line of the original stands in the deck's text now; undefined where it was changed. */
export function findExcerpt(source: string, excerpt: string): number | undefined {
  const at = excerpt === "" ? -1 : source.indexOf(excerpt);
  return at === -1 ? undefined : at;
}
