/** The lines one step lights up: their 1-based numbers, or all of them. */
export type LineGroup = "all" | ReadonlySet<number>;

/** Steps of one block. */
const maxGroups = 100;

/** A block's lines: how many, and the number that its first one shows. */
export interface CountedLines {
  readonly lines: number;
  readonly first: number;
}

/** Reads `2,4-6|8|all` for a block's lines; what is no number or range is left out. No groups for an empty text. */
export function lineGroups(text: string, counted: CountedLines): readonly LineGroup[] {
  const trimmed = text.trim();
  return trimmed === "" ? [] : trimmed.split("|", maxGroups).map((group) => readGroup(group, counted));
}

/** Ranges are counted where they begin and end: however many lie over each other, every line is looked at once. */
function readGroup(text: string, { lines, first: shown }: CountedLines): LineGroup {
  const trimmed = text.trim();
  if (trimmed === "*" || trimmed === "all") return "all";
  const changes = new Map<number, number>();
  for (const part of trimmed.split(/[,\s]+/)) {
    const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    const start = Math.max(0, Number(first) - shown + 1);
    const end = Math.min(Number(last ?? first) - shown + 1, lines);
    if (!(start <= end)) continue;
    changes.set(start, (changes.get(start) ?? 0) + 1);
    changes.set(end + 1, (changes.get(end + 1) ?? 0) - 1);
  }
  const lit = new Set<number>();
  let open = changes.get(0) ?? 0;
  for (let line = 1; changes.size > 0 && line <= lines; line++) {
    open += changes.get(line) ?? 0;
    if (open > 0) lit.add(line);
  }
  return lit;
}
