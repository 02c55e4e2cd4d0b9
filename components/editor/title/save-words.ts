import type { SaveState } from "@/lib/collab/client/deck-source";

export interface SaveWords {
  /** Begins with Saved, Saving, Offline, Not saved or Read only: browser tests and screen readers hold on to it. */
  readonly label: string;
  /** The whole story, for the tooltip. */
  readonly detail: string;
  readonly tone: "calm" | "busy" | "warning" | "danger";
}

/** The words for where saving stands. Only `saved` may say Saved (collaboration.md 6.5). */
export function saveWords(state: SaveState): SaveWords {
  switch (state.state) {
    case "saved":
      return { label: "Saved", detail: "Every change is stored on the server.", tone: "calm" };
    case "saving":
      return { label: "Saving…", detail: "Your last changes are on their way to the server.", tone: "busy" };
    case "offline":
      return {
        label: "Offline: kept in this browser",
        detail:
          state.unsaved === 0
            ? "There is no connection. What you write is kept in this browser and sent when the connection is back."
            : `There is no connection. ${changes(state.unsaved)} in this browser and will be sent when the connection is back.`,
        tone: "warning",
      };
    case "not-saved":
      return { label: "Not saved", detail: state.reason, tone: "danger" };
    case "read-only":
      return { label: "Read only", detail: state.reason, tone: "calm" };
  }
}

/** True where leaving the page now could lose something or leave it on this device alone. */
export function hasUnsaved(state: SaveState): boolean {
  return state.state === "saving" || state.state === "not-saved" || (state.state === "offline" && state.unsaved > 0);
}

function changes(count: number): string {
  return count === 1 ? "1 change is kept" : `${count} changes are kept`;
}
