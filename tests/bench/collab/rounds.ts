import { median, type Ratio } from "@/tests/bench/report";

/** What one contestant showed in one round, by the name of the figure. */
export type Figures = Readonly<Record<string, number>>;
/** By contestant, a round after the other. */
export type Rounds = ReadonlyMap<string, readonly Figures[]>;

/** Measures all in turn, three times over; every other time in the other order, so that nobody always comes first. */
export async function inRounds<C extends { readonly name: string }>(
  contestants: readonly C[],
  measure: (contestant: C) => Promise<Figures>,
  { rounds = 3 }: { readonly rounds?: number } = {},
): Promise<Rounds> {
  const shown = new Map<string, Figures[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contestant of round % 2 === 0 ? contestants : contestants.toReversed()) {
      shown.get(contestant.name)?.push(await measure(contestant));
    }
  }
  return shown;
}

/** One figure of ours beside that of each other: the median of the ratios of rounds that were side by side. */
export function compare(rounds: Rounds, figure: string, { what, unit }: Pick<Ratio, "what" | "unit">): readonly Ratio[] {
  const [ours, ...others] = [...rounds];
  if (ours === undefined) return [];
  return others.map(([against, figures]) => pairUp({ what, unit, against }, valuesOf(ours[1], figure), valuesOf(figures, figure)));
}

/** Two series of one run, round by round. */
export function pairUp(line: Pick<Ratio, "what" | "unit" | "against">, measured: readonly number[], floor: readonly number[]): Ratio {
  const ratio = median(measured.map((value, round) => value / (floor[round] ?? Number.NaN)));
  return { ...line, measured: median(measured), floor: median(floor), ratio };
}

export function valuesOf(figures: readonly Figures[] | undefined, figure: string): readonly number[] {
  return (figures ?? []).map((one) => one[figure] ?? Number.NaN);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
