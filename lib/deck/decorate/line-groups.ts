/** The lines one step lights up: their 1-based numbers, or all of them. */
export type LineGroup = "all" | ReadonlySet<number>;

const maxLine = 10_000;
/** Steps of one block. */
const maxGroups = 100;

/** Reads `2,4-6|8|all`; what is no number or range is left out. No groups for an empty text. */
export function lineGroups(text: string): readonly LineGroup[] {
  const trimmed = text.trim();
  return trimmed === "" ? [] : trimmed.split("|", maxGroups).map(readGroup);
}

function readGroup(text: string): LineGroup {
  const trimmed = text.trim();
  if (trimmed === "*" || trimmed === "all") return "all";
  const lines = new Set<number>();
  for (const part of trimmed.split(/[,\s]+/)) {
    const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    if (first === undefined) continue;
    const end = Math.min(Number(last ?? first), maxLine);
    for (let line = Number(first); line <= end; line++) lines.add(line);
  }
  return lines;
}
