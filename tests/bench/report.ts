/** One line of the bench: what was measured, and against what of the same run. */
export interface Ratio {
  readonly what: string;
  readonly measured: number;
  readonly against: string;
  readonly floor: number;
  readonly unit: "ms" | "bytes" | "core" | "count";
  /** Where it is not one over the other: the median of several that were measured side by side. */
  readonly ratio?: number;
}

/** Prints ratios as a table; times and sizes stand beside them for the reader, nothing judges them. */
export function printRatios(ratios: readonly Ratio[]): void {
  const rows = ratios.map(({ what, measured, against, floor, unit, ratio = measured / floor }) => [
    what,
    amount(measured, unit),
    `${ratio.toFixed(2)} x`,
    against,
    amount(floor, unit),
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isText = (column: number) => column === 0 || column === 3;
  for (const row of rows) {
    console.log(row.map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  "));
  }
}

function amount(value: number, unit: Ratio["unit"]): string {
  switch (unit) {
    case "ms":
      return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
    case "bytes":
      return `${(value / 1024).toFixed(1)} kB`;
    case "count":
      return String(value);
    case "core":
      return `${(value * 100).toFixed(1)} % of a core`;
  }
}

/** The middle of several measurements: one slow turn of a shared machine says nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Milliseconds of one call, the median of `rounds` after as many again to warm up. */
export function timeOf(rounds: number, work: (round: number) => void): number {
  const times: number[] = [];
  for (let round = 0; round < 2 * rounds; round++) {
    const start = performance.now();
    work(round);
    if (round >= rounds) times.push(performance.now() - start);
  }
  return median(times);
}

/**
 * Two ways to do the same, taken in turn; the median of the rounds' own ratios counts. Of the processor's time alone: on
 * a machine that others use, the clock tells how busy they are.
 */
export function timeBeside(
  rounds: number,
  { work, floor }: { readonly work: () => void; readonly floor: () => void },
): Pick<Ratio, "measured" | "floor"> & { readonly ratio: number } {
  const times: { readonly measured: number; readonly floor: number }[] = [];
  for (let round = 0; round < 2 * rounds; round++) {
    const time =
      round % 2 === 0 ? { measured: processorMs(work), floor: processorMs(floor) } : { floor: processorMs(floor), measured: processorMs(work) };
    if (round >= rounds) times.push(time);
  }
  return {
    measured: median(times.map((time) => time.measured)),
    floor: median(times.map((time) => time.floor)),
    ratio: median(times.map((time) => time.measured / time.floor)),
  };
}

function processorMs(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
