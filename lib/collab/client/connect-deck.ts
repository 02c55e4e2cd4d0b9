import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { createDeckProvider, type DeckProvider } from "@/lib/collab/client/deck-provider";
import type { DeckSource, Person } from "@/lib/collab/client/deck-source";
import { endingFor, endingOfClose, endingOfTokenError, type Ending } from "@/lib/collab/client/endings";
import { openLocalCopy, type LocalCopy } from "@/lib/collab/client/local-copy";
import { watchPage } from "@/lib/collab/client/page-events";
import { createSaveTracker } from "@/lib/collab/client/save-tracker";
import { createSourceState } from "@/lib/collab/client/source-state";
import { closeCodes, isPermanentClose } from "@/lib/collab/protocol/close-codes";
import type { CollabRole } from "@/lib/collab/protocol/frames";
import type { Hint } from "@/lib/collab/protocol/hello";

/** What a socket needs; asked for anew at every connect, since it holds for a minute. */
export interface ConnectToken {
  /** `ws(s)://host/collab/<deck id>`. */
  readonly url: string;
  readonly token: string;
  readonly role: CollabRole;
  readonly generation: number;
}

export interface ConnectDeckOptions {
  readonly deckId: string;
  /** Rejects with an error whose `status` is that of the answer, if there was one. */
  readonly getToken: () => Promise<ConnectToken>;
  readonly person: Person;
  /** Something beside the text changed; fetch it. */
  readonly onHint?: (hint: Hint) => void;
  readonly random?: () => number;
}

/** A token that is refused this often in a row is refused for good. */
const maxTokenRefusals = 4;

/** Opens a stored deck for editing. It connects, and connects again, until it is stopped or there is nothing to connect to. */
export function connectDeck({ deckId, getToken, person, onHint, random = Math.random }: ConnectDeckOptions): DeckSource {
  const doc = new Y.Doc();
  const text = doc.getText("markdown");
  const awareness = new Awareness(doc);
  awareness.setLocalStateField("user", person);
  const state = createSourceState();
  const tracker = createSaveTracker({ send: (frame) => provider?.send(frame), onChange: state.update });
  let provider: DeckProvider | undefined;
  let copy: LocalCopy | undefined;
  let generation: number | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let isAttempting = false;
  let isStopped = false;
  let failures = 0;
  let tokenRefusals = 0;

  async function attempt(): Promise<void> {
    clearTimeout(retry);
    if (isAttempting || isStopped) return;
    isAttempting = true;
    try {
      const token = await getToken();
      if (!isStopped) await connect(token);
    } catch (error) {
      if (isStopped) return;
      const ending = endingOfTokenError(error);
      if (ending === undefined) tryAgain();
      else end(ending);
    } finally {
      isAttempting = false;
    }
  }

  async function connect(token: ConnectToken): Promise<void> {
    // Two generations share no history: merged, the text would stand there twice.
    if (generation !== undefined && generation !== token.generation) return end(endingFor("replaced"));
    tracker.dispatch({ type: "resumed" });
    state.resume();
    state.setRole(token.role);
    tracker.dispatch({ type: "role", role: token.role });
    if (generation === undefined) {
      generation = token.generation;
      if (token.role === "edit") {
        copy = openLocalCopy(doc, { deckId, generation });
        await copy.loaded;
        if (isStopped) return;
        if (text.length > 0) state.setHasText();
      }
    }
    provider ??= createDeckProvider({ url: token.url, doc, awareness, events });
    provider.connect(token.token);
  }

  const events = {
    onConnected: () => tracker.dispatch({ type: "connected" }),
    onSynced: () => {
      failures = 0;
      tokenRefusals = 0;
      state.setHasText();
      tracker.dispatch({ type: "synced" });
    },
    onClosed: (code: number | undefined) => {
      if (isStopped || state.isEnded()) return;
      if (code !== undefined && isPermanentClose(code)) {
        if (code === closeCodes.tokenInvalid) tokenRefusals++;
        const ending = endingOfClose(code) ?? (tokenRefusals >= maxTokenRefusals ? endingFor("signed-out") : undefined);
        if (ending !== undefined) return end(ending);
      }
      tryAgain();
    },
    onHello: ({ gen, role, user }: { readonly gen: number; readonly role: CollabRole; readonly user: Person & { readonly id: string } }) => {
      if (gen !== generation) return end(endingFor("replaced"));
      // Also tells peers, to whom an earlier connection's end has said that this client is gone, that it is back.
      awareness.setLocalStateField("user", user);
      events.onRole(role);
    },
    onRole: (role: CollabRole) => {
      state.setRole(role);
      tracker.dispatch({ type: "role", role });
    },
    onHint: (hint: Hint) => onHint?.(hint),
    onSaveEvent: tracker.dispatch,
  };

  function tryAgain(): void {
    tracker.dispatch({ type: "disconnected" });
    clearTimeout(retry);
    retry = setTimeout(() => void attempt(), backoffMs(failures, random));
    failures++;
  }

  function end(ending: Ending): void {
    clearTimeout(retry);
    state.end(ending);
    tracker.dispatch({ type: "ended", sentence: ending.sentence });
    provider?.disconnect();
  }

  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (provider === undefined || !provider.isOrigin(origin)) tracker.dispatch({ type: "changed" });
  };
  doc.on("update", onUpdate);
  const stopPage = watchPage({
    // The browser knows at once that there is no network; the socket would notice after half a minute.
    onOffline: () => provider?.disconnect(),
    onOnline: () => {
      if (state.isEnded() || provider?.isOpen() === true) return;
      failures = 0;
      void attempt();
    },
    onBack: () => {
      if (state.endReason() === "signed-out") void attempt();
    },
  });
  void attempt();

  return {
    doc,
    text,
    awareness,
    get canEdit() {
      return state.get().canEdit;
    },
    get status() {
      return state.get().status;
    },
    get saveState() {
      return state.get().saveState;
    },
    subscribe: state.subscribe,
    stop: () => {
      isStopped = true;
      clearTimeout(retry);
      stopPage();
      tracker.stop();
      provider?.stop();
      copy?.stop();
      doc.off("update", onUpdate);
      doc.destroy();
    },
  };
}

/** 200 ms at first, then twice as long each time; spread out, so that a restarted server isn't met by everybody at once. */
function backoffMs(failures: number, random: () => number): number {
  const cap = 2_500 + random() * 5_000;
  return Math.min(cap, 200 * 2 ** failures) * (0.5 + random() / 2);
}
