import type { DeckId } from "@/lib/api/ids";
import type { Runtime } from "@/lib/runtime";

/** People may do more or less with these decks than a moment ago: pages that have one open hear of it, in every process. */
export async function rightsChanged({ collab, audience }: Pick<Runtime, "collab" | "audience">, deckIds: readonly DeckId[]): Promise<void> {
  audience.changed(deckIds);
  await collab.recheckRoles(deckIds);
}
