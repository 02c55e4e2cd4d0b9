import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { publishSelections } from "@/lib/collab/client/presence";
import { readSelections, type BoundEditor } from "@/lib/collab/client/selections";
import { awarenessTickMs } from "@/lib/collab/protocol/limits";

export interface CaretPublisherOptions extends BoundEditor {
  readonly awareness: Awareness;
  readonly text: Y.Text;
}

/** Tells co-authors of this person's carets, at most as often as the server passes them on. */
export function createCaretPublisher({ awareness, text, ...bound }: CaretPublisherOptions): {
  readonly schedule: () => void;
  readonly stop: () => void;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const publish = () => {
    timer = undefined;
    publishSelections(awareness, text, readSelections(bound));
  };
  return {
    schedule: () => {
      timer ??= setTimeout(publish, awarenessTickMs);
    },
    stop: () => {
      clearTimeout(timer);
      awareness.setLocalStateField("selections", undefined);
    },
  };
}
