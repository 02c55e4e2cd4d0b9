import type { SaveState, SourceStatus } from "@/lib/collab/client/deck-source";

/** What a banner says when editing has come to an end or the server can't store. */
export interface Trouble {
  readonly tone: "danger" | "warning";
  readonly title: string;
  /** A whole sentence: what happened and what becomes of the text. */
  readonly sentence: string;
  /** The one thing that helps, beside keeping the text. */
  readonly way: "sign-in" | "reload" | "slides" | "decks" | "history" | "none";
  /** True where it was said once it was read: nothing of this person's is at stake. */
  readonly canDismiss?: true;
}

/** Why the server would refuse this page whatever it asks for; undefined while it need not. */
export function whyRefused(status: SourceStatus): string | undefined {
  if (status.state !== "ended") return undefined;
  const { title, way } = endings[status.reason];
  return way === "reload" ? undefined : (status.title ?? title);
}

/** The trouble there is, if any. A session that ended counts more than a save that waits. */
export function troubleOf(status: SourceStatus, save: SaveState): Trouble | undefined {
  if (status.state === "ended") {
    return { tone: "danger", sentence: status.sentence, ...endings[status.reason], ...(status.title === undefined ? {} : { title: status.title }) };
  }
  switch (save.state) {
    case "not-saved":
      return { tone: "danger", title: "Your changes are not saved", sentence: save.reason, way: "none" };
    case "offline":
      return save.unsaved === 0 || save.isKept ? undefined : inThisPage;
    case "read-only":
      if (save.isDamaged) return { tone: "danger", title: "A part of this deck can’t be read any more", sentence: save.reason, way: "history" };
      return save.isNew ? downgraded(save) : undefined;
    case "connecting":
    case "saved":
    case "saving":
      return undefined;
  }
}

const inThisPage: Trouble = {
  tone: "danger",
  title: "Your last changes are in this page alone",
  sentence:
    "There is no connection, and this browser keeps nothing. Keep this page open until the connection is back, or copy or download your text.",
  way: "none",
};

/** Whoever may not even comment has no place on the socket, so that their session ends. */
function downgraded({ by = "Somebody" }: Extract<SaveState, { state: "read-only" }>): Trouble {
  return {
    tone: "warning",
    title: "You can now comment, but not change the text",
    sentence: `${by} changed what you may do with this deck. All you wrote is stored.`,
    way: "none",
    canDismiss: true,
  };
}

const endings = {
  "signed-out": { title: "You are signed out", way: "sign-in" },
  forbidden: { title: "You no longer have access to this deck", way: "decks" },
  "view-only": { title: "You can now only read", way: "slides" },
  deleted: { title: "This deck was deleted", way: "decks" },
  replaced: { title: "This deck was replaced by another state of it", way: "reload" },
  refused: { title: "The server did not take your last changes", way: "reload" },
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
