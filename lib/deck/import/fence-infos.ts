import { readSourceLines } from "./source-lines";

/** The text with the info string of every fence that opens changed; `undefined` leaves it as it is. */
export function mapFenceInfos(text: string, change: (info: string) => string | undefined): string {
  if (!text.includes("```") && !text.includes("~~~")) return text;
  const lines = readSourceLines(text).map(({ kind, text: line, info }) => {
    const changed = kind === "fence" && info ? change(info) : undefined;
    return changed === undefined || info === undefined ? line : line.slice(0, line.lastIndexOf(info)) + changed;
  });
  return lines.join("\n");
}
