import type { Chore } from "@/lib/workspace/background/housekeeping";
import { purgeTrash } from "@/lib/workspace/decks/delete";
import type { FileGround } from "@/lib/workspace/files/open-file-store";
import { removeLeftovers } from "@/lib/workspace/files/leftovers";
import { measureMissing } from "@/lib/workspace/files/sizes/measure-missing";
import { purgeGuests } from "@/lib/workspace/people/purge-guests";
import { purgeDeliveries } from "@/lib/workspace/webhooks/sender";
import { indexMissing } from "@/lib/workspace/search/index-missing";

/** What is done now and then, whoever is there. */
export function chores(ground: FileGround): readonly Chore[] {
  return [
    { failure: "old decks in the trash could not be deleted", run: (now) => purgeTrash(ground, { now }) },
    { failure: "decks could not be indexed for the search", run: () => indexMissing(ground) },
    { failure: "abandoned guests could not be deleted", run: (now) => purgeGuests(ground, { now }) },
    { failure: "bytes of deleted files could not be taken out of the store", run: () => removeLeftovers(ground) },
    { failure: "pictures could not be measured", run: () => measureMissing(ground) },
    { failure: "old deliveries of webhooks could not be deleted", run: () => purgeDeliveries(ground) },
  ];
}
