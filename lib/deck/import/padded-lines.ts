/** Lines in the making, in which blocks stand apart by exactly one blank line. */
export interface PaddedLines {
  readonly lines: readonly string[];
  /** A line as it was written. */
  readonly add: (line: string) => void;
  /** Lines that need a blank line before and after them. */
  readonly addBlock: (block: readonly string[]) => void;
}

export function createPaddedLines(): PaddedLines {
  const lines: string[] = [];
  let isPadded = false;
  const add = (line: string) => {
    // The blank line that was written here and the one that was asked for are one.
    if (isPadded && line.trim() === "") return;
    if (isPadded) lines.push("");
    isPadded = false;
    lines.push(line);
  };
  const addBlock = (block: readonly string[]) => {
    if (isPadded || (lines.length > 0 && lines.at(-1)?.trim() !== "")) lines.push("");
    for (const line of block) lines.push(line);
    isPadded = true;
  };
  return { lines, add, addBlock };
}
