import type { Outcome } from "@/tests/chaos/outcome";

/** Prints what became of every fault. */
export function printOutcomes(outcomes: readonly Outcome[]): void {
  const head = ["fault", "edits", "called Saved", "lost", "doubled", "back after", "heap", ""];
  const rows = outcomes.map((outcome) => [
    outcome.name,
    `${outcome.edits}`,
    `${outcome.saved}`,
    `${outcome.lost}`,
    `${outcome.doubled}`,
    `${(outcome.comeBackMs / 1_000).toFixed(1)} s`,
    `${outcome.heapGrowthBytes >= 0 ? "+" : ""}${(outcome.heapGrowthBytes / 1_048_576).toFixed(1)} MB`,
    [outcome.troubles.length === 0 ? "kept" : "BROKEN", ...outcome.remarks].join("; "),
  ]);
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const isText = (column: number) => column === 0 || column === head.length - 1;
  console.log("");
  for (const row of all) {
    const cells = row.map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)));
    console.log(cells.join("  ").trimEnd());
  }
}
