import { relativeTime } from "@/components/dashboard/relative-time";
import { nameWithin } from "@/lib/collab/protocol/person-name";
import type { DeckInfo } from "@/lib/api/decks";
import { trashDays } from "@/lib/api/limits";

const dayMs = 24 * 3600 * 1000;

/** The line under a deck's title: who edited it last and when, or how long it still is in the trash. */
export function cardWords({ lastEditedAt, lastEditedBy, trashedAt, owner }: DeckInfo, now: Date): string {
  if (trashedAt !== null) return deletionWords(trashedAt, now);
  const edited = `Edited ${relativeTime(lastEditedAt, now)}${lastEditedBy === null ? "" : ` by ${nameWithin(lastEditedBy)}`}`;
  return owner.isYou ? edited : `${edited} · ${owner.name}${owner.kind === "person" ? "’s" : ""}`;
}

/** When a deck in the trash is deleted for ever. */
export function deletionWords(trashedAt: string, now: Date): string {
  const leftMs = new Date(trashedAt).getTime() + trashDays * dayMs - now.getTime();
  // It may have gone there after the page's clock was read.
  const days = Math.min(Math.ceil(leftMs / dayMs), trashDays);
  if (days <= 0) return "Deleted for ever today";
  return days === 1 ? "Deleted for ever in a day" : `Deleted for ever in ${days} days`;
}
