import type { Pool } from "pg";
import { buildDoc } from "@/lib/collab/server/pulled-doc";
import type { UpdateLog } from "@/lib/collab/server/update-log";
import type { ChaosDeck } from "@/tests/chaos/chaos-deck";
import type { Typist } from "@/tests/chaos/typist";
import type { Host } from "@/tests/chaos/hosts";
import { until, wait } from "@/tests/support/until";

export interface JudgedDeck {
  readonly lost: number;
  readonly doubled: number;
  readonly troubles: readonly string[];
}

/** Until everybody's label says Saved and all have the same text; what is not so in time, in words. */
export async function untilSettled(decks: readonly ChaosDeck[], patienceMs: number): Promise<readonly string[]> {
  const isSettled = (deck: ChaosDeck) => {
    const texts = hereIn(deck).map(({ source }) => source.text.toString());
    return hereIn(deck).every((typist) => typist.isSaved()) && new Set(texts).size <= 1;
  };
  try {
    await until("all replicas are saved and equal", () => decks.every(isSettled), patienceMs);
    return [];
  } catch (error) {
    const states = decks.flatMap((deck) =>
      hereIn(deck).map(({ name, source }) => `${name}: ${JSON.stringify(source.saveState)}, ${source.text.length}`),
    );
    return [`${String(error)} ${states.join("; ")}`];
  }
}

function hereIn({ typists }: ChaosDeck): readonly Typist[] {
  return typists.filter((typist) => typist.isHere());
}

/** Holds a deck's text against the database alone, each process's own copy, and what was promised. */
export async function judgeDeck(
  deck: ChaosDeck,
  {
    updateLog,
    pool,
    hosts,
    isStaying,
  }: { readonly updateLog: UpdateLog; readonly pool: Pool; readonly hosts: readonly Host[]; readonly isStaying: boolean },
): Promise<JudgedDeck> {
  const { id, ledger } = deck;
  const troubles: string[] = [];
  const pulled = await updateLog.pull(id, 0);
  if (pulled === undefined) return { lost: ledger.counts().saved, doubled: 0, troubles: ["the deck is gone"] };
  const stored = buildDoc(pulled).doc.getText("markdown").toString();
  if (isStaying && hereIn(deck).some(({ source }) => source.text.toString() !== stored))
    troubles.push("the database rebuilds another text than people have");

  const log = await untilStill(() => readLog(pool, id));
  if (log.rows !== log.head - log.lowest + 1) troubles.push("the log has a gap");
  const before = log.snap === 0 ? undefined : await updateLog.pullBefore(id, log.snap);
  if (before !== undefined && buildDoc(before).doc.getText("markdown").toString() !== stored)
    troubles.push("the snapshot before rebuilds another text");

  for (const host of hosts) {
    const reader = await deck.join({ name: `-reader-${host.name}`, port: host.process().port });
    try {
      await until(`process ${host.name} shows what is stored`, () => reader.isSaved() && reader.source.text.toString() === stored, 20_000);
    } catch (error) {
      troubles.push(String(error));
    }
  }
  const complaints = ledger.judge(stored);
  for (const [what, all] of Object.entries({
    "were called Saved and are lost": complaints.lost,
    "are there twice": complaints.doubled,
    "are out of order": complaints.disordered,
    // Where all who saw an unsaved edit are gone, nobody sees that it is.
    "were seen and are gone": isStaying ? complaints.takenBack : [],
  })) {
    if (all.length > 0) troubles.push(`${all.length} edits ${what} (${all.slice(0, 3).join(", ")} …)`);
  }
  return { lost: complaints.lost.length, doubled: complaints.doubled.length, troubles };
}

interface LogEnds {
  readonly head: number;
  readonly snap: number;
  readonly rows: number;
  readonly lowest: number;
}

async function readLog(pool: Pool, deckId: string): Promise<LogEnds> {
  const { rows } = await pool.query<Record<keyof LogEnds, string>>(
    `SELECT d.head_seq AS head, d.snap_seq AS snap, count(u.seq) AS rows, coalesce(min(u.seq), d.head_seq + 1) AS lowest
       FROM collab_doc d LEFT JOIN collab_update u ON u.doc_id = d.doc_id WHERE d.doc_id = $1 GROUP BY d.doc_id`,
    [deckId],
  );
  const [found] = rows;
  return { head: Number(found?.head), snap: Number(found?.snap), rows: Number(found?.rows), lowest: Number(found?.lowest) };
}

/** Somebody may still be compacting: until nothing changes any more from one look to the next. */
async function untilStill(read: () => Promise<LogEnds>): Promise<LogEnds> {
  const [before] = [await read(), await wait(300)];
  const after = await read();
  return after.snap === before.snap && after.head === before.head ? after : untilStill(read);
}
