import type { Bus } from "@/lib/bus/bus";
import type { Rooms } from "@/lib/collab/server/rooms";
import type { Tuning } from "@/lib/collab/server/tuning";
import type { UpdateLog } from "@/lib/collab/server/update-log";
import type { Log } from "@/lib/log";

export interface AntiEntropyOptions {
  readonly rooms: Rooms;
  readonly updateLog: UpdateLog;
  readonly bus: Bus;
  readonly log: Log;
  readonly tuning: Tuning;
}

/**
 * Compares the open rooms with their logs' heads, one query for all. It finds what the bus lost; without a bus it is the
 * only way, so it looks more often from the moment when the bus is gone until it is back. Returns its stop.
 */
export function startAntiEntropy({ rooms, updateLog, bus, log, tuning }: AntiEntropyOptions): () => void {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  async function look(): Promise<void> {
    const open = rooms.open();
    if (open.length === 0) return;
    const applied = new Map(open.map((room) => [room, room.appliedSeq()]));
    const heads = await updateLog.heads(open.map((room) => room.deckId));
    for (const [room, appliedBefore] of applied) {
      // A head that is gone is looked up like a row that is not here: pulling tells what became of the deck.
      const head = heads.get(room.deckId) ?? { generation: -1, seq: room.appliedSeq() + 1 };
      if (head.generation === room.generation && head.seq < appliedBefore) room.noteRegression();
      else if (head.generation !== room.generation || head.seq > room.appliedSeq()) room.noteRow(head);
    }
  }
  let lookedMs = performance.now();
  let wasAlone = false;
  /** Once more after the bus is back: what was said while it came is lost too. */
  function isDue(): boolean {
    const isAlone = !bus.isConnected();
    const isNeeded = isAlone || wasAlone || performance.now() - lookedMs >= tuning.compareMs;
    wasAlone = isAlone;
    return isNeeded;
  }
  async function lookIfDue(): Promise<void> {
    if (!isDue()) return;
    lookedMs = performance.now();
    await look();
  }
  const schedule = () => {
    if (isStopped) return;
    timer = setTimeout(
      () => {
        lookIfDue()
          .catch((error: unknown) => log.warn({ err: error }, "open decks could not be compared with their logs"))
          .finally(schedule);
      },
      Math.min(tuning.compareMs, tuning.compareAloneMs),
    );
  };
  schedule();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
