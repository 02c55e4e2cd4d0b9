import type { DeckId, UserId } from "@/lib/api/ids";
import type { Session } from "@/lib/auth/session";
import { namelessGuest } from "@/lib/collab/protocol/person-name";
import type { Runtime } from "@/lib/runtime";

/** Who changed what these people may do. They see the name, as they see everybody's who may share what they have open. */
export interface RightsDoing {
  readonly by: Session;
  readonly of: readonly UserId[];
}

/** People may do more or less with these decks than a moment ago: pages that have one open hear of it, in every process. */
export async function rightsChanged(
  { collab, audience }: Pick<Runtime, "collab" | "audience">,
  deckIds: readonly DeckId[],
  doing?: RightsDoing,
): Promise<void> {
  audience.changed(deckIds);
  await collab.recheckRoles(deckIds, doing && { by: { id: doing.by.userId, name: doing.by.name || namelessGuest }, of: [...doing.of] });
}
