import { buildDoc } from "@/lib/collab/server/pulled-doc";
import type { UpdateLog } from "@/lib/collab/server/update-log";
import type { ChaosDeck } from "@/tests/chaos/chaos-deck";
import { nameOf, type Edit } from "@/tests/chaos/ledger";
import { wait } from "@/tests/support/until";

/** Looks up all the time whether what a label calls Saved is in the database at that moment. */
export interface Audit {
  /** The last look; what was found missing in any of them, in words. */
  readonly finish: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

const lookMs = 100;

export function createAudit({ decks, updateLog }: { readonly decks: readonly ChaosDeck[]; readonly updateLog: UpdateLog }): Audit {
  const found = new Map<ChaosDeck, Edit[]>(decks.map((deck) => [deck, []]));
  const waiting = new Map<ChaosDeck, readonly Edit[]>();
  let isStopped = false;

  async function look(deck: ChaosDeck): Promise<void> {
    const due = [...(waiting.get(deck) ?? []), ...deck.ledger.takeNewlySaved()];
    waiting.set(deck, due);
    if (due.length === 0) return;
    const pulled = await updateLog.pull(deck.id, 0);
    waiting.set(deck, []);
    const text = pulled === undefined ? "" : buildDoc(pulled).doc.getText("markdown").toString();
    found.get(deck)?.push(...deck.ledger.missingIn(text, due));
  }

  async function lookOften(): Promise<void> {
    while (!isStopped) {
      // While Postgres is down nobody can look; what is called saved meanwhile is looked up when it is back.
      await Promise.allSettled(decks.map(look));
      await wait(lookMs);
    }
  }

  const looking = lookOften();
  const stop = async () => {
    isStopped = true;
    await looking;
  };
  return {
    finish: async () => {
      await stop();
      await Promise.all(decks.map(look));
      return [...found].flatMap(([{ ledger }, edits]) => {
        // Without those of people who were told since that they are not stored.
        const missing = edits.filter((edit) => !ledger.isWithdrawn(edit)).map(nameOf);
        return missing.length === 0
          ? []
          : [`${missing.length} edits were called Saved before the database had them (${missing.slice(0, 3).join(", ")} …)`];
      });
    },
    stop,
  };
}
