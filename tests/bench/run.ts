import { z } from "zod";
import { benchBytes } from "@/tests/bench/bytes.bench";
import { benchCollab } from "@/tests/bench/collab.bench";
import { benchCompile } from "@/tests/bench/compile.bench";
import { benchPreview } from "@/tests/bench/preview.bench";
import { benchStage } from "@/tests/bench/stage.bench";
import { benchTeam } from "@/tests/bench/team.bench";
import { printRatios, type Ratio } from "@/tests/bench/report";

// Called by scripts/bench.mjs with the name of a bench, for which it has set up what stands in BENCH_….

const database = z.object({ BENCH_DATABASE_URL: z.string() });
const product = database.extend({ BENCH_URL: z.url(), BENCH_PID: z.coerce.number() });
const twoProcesses = product.extend({ BENCH_OTHER_URL: z.url() });

const benches: Readonly<Record<string, () => Iterable<Ratio> | Promise<Iterable<Ratio>> | AsyncIterable<readonly Ratio[]>>> = {
  compile: benchCompile,
  bytes: benchBytes,
  collab: () => benchCollab({ databaseUrl: database.parse(process.env).BENCH_DATABASE_URL }),
  preview: () => benchPreview(product.parse(process.env).BENCH_URL),
  team: () => {
    const env = product.parse(process.env);
    return benchTeam({ url: env.BENCH_URL, databaseUrl: env.BENCH_DATABASE_URL });
  },
  stage: () => {
    const env = twoProcesses.parse(process.env);
    return benchStage({ url: env.BENCH_URL, pid: env.BENCH_PID, otherUrl: env.BENCH_OTHER_URL });
  },
};

const [, , name = ""] = process.argv;
const bench = benches[name];
if (bench === undefined) throw new Error(`There is no bench "${name}".`);
console.log(`\n${name}`);
const ratios = bench();
// One that takes minutes shows what it has.
if (Symbol.asyncIterator in ratios) for await (const some of ratios) printRatios(some);
else printRatios([...(await ratios)]);
// What the collaboration client keeps open (timers of its own) is not waited for.
process.exit(0);
