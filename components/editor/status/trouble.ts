import type { SaveState, SourceStatus } from "@/lib/collab/client/deck-source";

/** What a banner says when editing has come to an end or the server can't store. */
export interface Trouble {
  readonly tone: "danger" | "warning";
  readonly title: string;
  /** A whole sentence: what happened and what becomes of the text. */
  readonly sentence: string;
  /** The one thing that helps, beside keeping the text. */
  readonly way: "sign-in" | "reload" | "decks" | "none";
}

/** The trouble there is, if any. A session that ended counts more than a save that waits. */
export function troubleOf(status: SourceStatus, save: SaveState): Trouble | undefined {
  if (status.state === "ended") return { tone: "danger", sentence: status.sentence, ...endings[status.reason] };
  if (save.state === "not-saved") return { tone: "danger", title: "Your changes are not saved", sentence: save.reason, way: "none" };
  return undefined;
}

const endings = {
  "signed-out": { title: "You are signed out", way: "sign-in" },
  forbidden: { title: "You may no longer edit this deck", way: "decks" },
  deleted: { title: "This deck was deleted", way: "decks" },
  replaced: { title: "This deck was replaced by another state of it", way: "reload" },
  refused: { title: "The server refused your last change", way: "reload" },
} as const satisfies Record<Extract<SourceStatus, { state: "ended" }>["reason"], Pick<Trouble, "title" | "way">>;

/** A file name that every system takes, from a deck's title. */
export function fileNameOf(title: string, extension: string): string {
  const safe = title
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\.+|\.+$/g, "")
    .slice(0, 80)
    .trim();
  return `${safe === "" ? "deck" : safe}.${extension}`;
}
