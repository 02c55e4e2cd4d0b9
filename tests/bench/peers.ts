import { z } from "zod";
import { installPeers, run } from "@/tests/bench/install-peers";

/** Decks for the tools that read them. */
export interface PeerDecks {
  readonly marp: readonly string[];
  readonly slidev: readonly string[];
  readonly rounds: number;
}

const folder = "tests/bench";
const answerSchema = z.object({ marp: z.number(), slidev: z.number() });

/** Median milliseconds that other tools take; a sentence instead where their packages can't be had. */
export async function timePeers(decks: PeerDecks): Promise<z.output<typeof answerSchema> | string> {
  if (!(await installPeers(folder, { probe: "@marp-team/marp-core" }))) {
    return "Marp core and Slidev's parser could not be installed (npm ci in tests/bench), so nothing is compared with them.";
  }
  const { code, output } = await run(process.execPath, ["peers.mjs"], { cwd: folder, input: JSON.stringify(decks) });
  return code === 0 ? answerSchema.parse(JSON.parse(output)) : "Marp core and Slidev's parser did not run here, so nothing is compared with them.";
}
