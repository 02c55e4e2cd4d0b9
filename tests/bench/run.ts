import { z } from "zod";
import { benchBytes } from "@/tests/bench/bytes.bench";
import { benchCollab } from "@/tests/bench/collab.bench";
import { benchCompile } from "@/tests/bench/compile.bench";
import { benchPreview } from "@/tests/bench/preview.bench";
import { benchStage } from "@/tests/bench/stage.bench";
import { benchTeam } from "@/tests/bench/team.bench";
import { printRatios, type Ratio } from "@/tests/bench/report";

// Called by scripts/bench.mjs, which has a product running: BENCH_URL and BENCH_DATABASE_URL say where.

const env = z
  .object({
    BENCH_URL: z.url(),
    BENCH_PID: z.coerce.number(),
    BENCH_OTHER_URL: z.url(),
    BENCH_DATABASE_URL: z.string(),
    BENCH_ONLY: z.string().optional(),
  })
  .parse(process.env);

const benches: Readonly<Record<string, () => Iterable<Ratio> | Promise<Iterable<Ratio>> | AsyncIterable<readonly Ratio[]>>> = {
  compile: benchCompile,
  bytes: benchBytes,
  collab: () => benchCollab({ databaseUrl: env.BENCH_DATABASE_URL }),
  preview: () => benchPreview(env.BENCH_URL),
  team: () => benchTeam({ url: env.BENCH_URL, databaseUrl: env.BENCH_DATABASE_URL }),
  stage: () => benchStage({ url: env.BENCH_URL, pid: env.BENCH_PID, otherUrl: env.BENCH_OTHER_URL }),
};

for (const [name, bench] of Object.entries(benches)) {
  if (env.BENCH_ONLY !== undefined && env.BENCH_ONLY !== name) continue;
  console.log(`\n${name}`);
  const ratios = bench();
  // One that takes minutes shows what it has.
  if (Symbol.asyncIterator in ratios) for await (const some of ratios) printRatios(some);
  else printRatios([...(await ratios)]);
}
// What the collaboration client keeps open (timers of its own) is not waited for.
process.exit(0);
