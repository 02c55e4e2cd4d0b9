import type { Notice } from "@/lib/deck/deck";
import type { SourceText } from "@/lib/deck/import/source-text";
import { nameUnconverted } from "@/lib/deck/import/unconverted";

/** Something unconverted, its offsets in the deck's Markdown. */
export interface Report {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** The reports as notices of the imported text, each place once. `toSource` turns an offset of the Markdown into one of the text. */
export function listReports(reports: readonly Report[], source: SourceText, toSource: (offset: number) => number): readonly Notice[] {
  const said = new Set<string>();
  return reports.flatMap(({ code, message, start, end }) => {
    const key = `${code} ${start}`;
    if (said.has(key)) return [];
    said.add(key);
    const from = toSource(start);
    return [nameUnconverted(source, { code, message, start: from, end: Math.max(from, toSource(end)) })];
  });
}
