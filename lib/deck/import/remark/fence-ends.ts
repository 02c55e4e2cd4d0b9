import { countBelow } from "@/lib/deck/positions";

export interface FenceEnds {
  /** After the line that ends with the fence's mark, as remark looks for it; -1 where there is none. */
  readonly endAfter: (from: number, fence: string) => number;
}

interface Run {
  readonly length: number;
  /** The longest of this run and those after it. */
  longest: number;
  readonly lineEnd: number;
}

interface Runs {
  readonly ends: number[];
  readonly runs: Run[];
}

/** The lines of a text that end with a run of marks, found once for all its fences. */
export function readFenceEnds(text: string): FenceEnds {
  const found: Readonly<Record<"`" | "~", Runs>> = { "`": { ends: [], runs: [] }, "~": { ends: [], runs: [] } };
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf("\n", start);
    const lineEnd = newline === -1 ? text.length : newline;
    let end = lineEnd;
    while (end > start && text[end - 1] === " ") end--;
    const mark = text[end - 1];
    let from = end;
    while (from > start && text[from - 1] === mark) from--;
    if ((mark === "`" || mark === "~") && end - from >= 3) {
      found[mark].ends.push(end);
      found[mark].runs.push({ length: end - from, longest: end - from, lineEnd });
    }
    start = lineEnd + 1;
  }
  for (const { runs } of Object.values(found)) {
    let longest = 0;
    for (const run of runs.toReversed()) {
      longest = Math.max(longest, run.length);
      run.longest = longest;
    }
  }
  return {
    endAfter: (from, fence) => {
      const { ends, runs } = found[fence.startsWith("~") ? "~" : "`"];
      const first = countBelow(ends, from + 1 + fence.length);
      if ((runs[first]?.longest ?? 0) < fence.length) return -1;
      for (let i = first; i < runs.length; i++) {
        const run = runs[i];
        if (run && run.length >= fence.length) return run.lineEnd;
      }
      return -1;
    },
  };
}
