import type { Chore } from "@/lib/workspace/background/housekeeping";
import type { Database } from "@/lib/workspace/database";
import { purgeTrash } from "@/lib/workspace/decks/delete";
import { purgeDeliveries } from "@/lib/workspace/webhooks/sender";
import { indexMissing } from "@/lib/workspace/search/index-missing";

/** What is done now and then, whoever is there. */
export function chores(database: Database): readonly Chore[] {
  return [
    { failure: "old decks in the trash could not be deleted", run: (now) => purgeTrash(database, { now }) },
    { failure: "decks could not be indexed for the search", run: () => indexMissing(database) },
    { failure: "old deliveries of webhooks could not be deleted", run: () => purgeDeliveries(database) },
  ];
}
