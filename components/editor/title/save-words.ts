import type { SaveState } from "@/lib/collab/client/deck-source";

export interface SaveWords {
  /** Begins with Connecting, Saved, Saving, Offline, Not saved, Stored or Read only: browser tests and screen readers hold on to it. */
  readonly label: string;
  /** The whole story, for the tooltip. */
  readonly detail: string;
  readonly tone: "calm" | "busy" | "warning" | "danger";
}

/** The words for where saving stands. Only what is on the server's disk may be called Saved (collaboration.md 6.5). */
export function saveWords(state: SaveState): SaveWords {
  switch (state.state) {
    case "connecting":
      return { label: "Connecting…", detail: "The deck is being opened. Nothing of yours waits to be stored.", tone: "busy" };
    case "saved":
      return state.isInMemory ? inMemoryWords : { label: "Saved", detail: "Every change is stored on the server.", tone: "calm" };
    case "saving":
      return { label: "Saving…", detail: "Your last changes are on their way to the server.", tone: "busy" };
    case "offline":
      return state.isKept ? keptWords(state.unsaved) : unkeptWords(state.unsaved);
    case "not-saved":
      return { label: "Not saved", detail: state.reason, tone: "danger" };
    case "read-only":
      return { label: "Read only", detail: state.reason, tone: "calm" };
  }
}

/** For a database that answers before its disk does: the promise of "Saved" is not its to give. */
const inMemoryWords: SaveWords = {
  label: "Stored, not yet on disk",
  detail:
    "The server has every change, but its database is set up not to wait for the disk: a power cut there could lose the last of them. Whoever runs this server can turn its fsync on.",
  tone: "warning",
};

// How many changes are unsaved is not said: each key is one, and nobody counts those.
function keptWords(unsaved: number): SaveWords {
  const detail =
    unsaved === 0
      ? "There is no connection. What you write is kept in this browser and sent when the connection is back."
      : "There is no connection. Your last changes are not on the server yet: they are kept in this browser and will be sent when the connection is back.";
  return { label: "Offline: kept in this browser", detail, tone: "warning" };
}

function unkeptWords(unsaved: number): SaveWords {
  const why = "This browser keeps nothing at the moment: it is a private window, its disk is full, or its database does not answer.";
  return unsaved === 0
    ? {
        label: "Offline: not kept",
        detail: `There is no connection. ${why} What you write is sent when the connection is back, as long as this page stays open.`,
        tone: "warning",
      }
    : {
        label: "Offline: not kept",
        detail: `There is no connection. ${why} Your last changes are in this page alone: keep it open until the connection is back, or copy your text.`,
        tone: "danger",
      };
}

/** True where leaving the page now could lose something or leave it on this device alone. */
export function hasUnsaved(state: SaveState): boolean {
  return state.state === "saving" || state.state === "not-saved" || (state.state === "offline" && state.unsaved > 0);
}
