import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { backoffMs } from "@/lib/collab/client/backoff";
import { createTokenAsker, type ConnectToken, type GetToken } from "@/lib/collab/client/connect-token";
import { createDeckProvider, type DeckProvider, type ProviderEvents } from "@/lib/collab/client/deck-provider";
import type { DeckSource, Person } from "@/lib/collab/client/deck-source";
import {
  endingFor,
  endingOfClose,
  endingOfLostRight,
  endingOfTokenError,
  endingOfTooMuch,
  withKeptText,
  type Ending,
} from "@/lib/collab/client/endings";
import { followClientId } from "@/lib/collab/client/follow-client-id";
import { createKeptTexts } from "@/lib/collab/client/kept-texts";
import { openLocalCopy, type LocalCopy } from "@/lib/collab/client/local-copy";
import { keepColor } from "@/lib/collab/client/pages-here";
import { watchPage } from "@/lib/collab/client/page-events";
import { createPeopleStore } from "@/lib/collab/client/people";
import type { SaveEvent } from "@/lib/collab/client/save-state";
import { createSaveTracker } from "@/lib/collab/client/save-tracker";
import { createSourceState } from "@/lib/collab/client/source-state";
import { closeCodes, isPermanentClose } from "@/lib/collab/protocol/close-codes";
import type { RoleChange } from "@/lib/collab/protocol/frames";
import type { Hint } from "@/lib/collab/protocol/hello";

export interface ConnectDeckOptions {
  readonly deckId: string;
  readonly getToken: GetToken;
  readonly person: Person;
  /** Something beside the text changed; fetch it. */
  readonly onHint?: (hint: Hint) => void;
  readonly random?: () => number;
}

/** A token or a right that is refused this often in a row is refused for good. */
const maxRefusals = 4;

/** Opens a stored deck for editing. It connects, and connects again, until it is stopped or there is nothing to connect to. */
export function connectDeck({ deckId, getToken, person, onHint, random = Math.random }: ConnectDeckOptions): DeckSource {
  const doc = new Y.Doc();
  const text = doc.getText("markdown");
  const awareness = new Awareness(doc);
  awareness.setLocalStateField("user", person);
  const people = createPeopleStore(awareness);
  const state = createSourceState();
  const tracker = createSaveTracker({ send: (frame) => provider?.send(frame), onChange: state.update });
  const askForToken = createTokenAsker(deckId, getToken);
  const kept = createKeptTexts(deckId, () => state.setKeptTexts(kept.get()));
  let provider: DeckProvider | undefined;
  let copy: LocalCopy | undefined;
  let generation: number | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let isAttempting = false;
  let isStopped = false;
  /** True while the connection is made anew for its own sake: nobody has to hear of it. */
  let isRenewing = false;
  let failures = 0;
  let refusals = 0;
  /** Why a socket was closed for want of a right, until one is open again. */
  let rightLost: string | undefined;

  function dispatch(event: SaveEvent): void {
    tracker.dispatch(event);
    copy?.setUnsent(tracker.isUnsent());
  }

  async function attempt(): Promise<void> {
    clearTimeout(retry);
    if (isAttempting || isStopped) return;
    isAttempting = true;
    try {
      const token = await askForToken();
      if (!isStopped) await connect(token);
    } catch (error) {
      endOrTryAgain(error);
    } finally {
      isAttempting = false;
    }
  }

  function endOrTryAgain(error: unknown): void {
    if (isStopped) return;
    const ending = rightLost === undefined ? endingOfTokenError(error) : endingOfLostRight(error, rightLost);
    if (ending === undefined) tryAgain();
    else end(ending);
  }

  async function connect(token: ConnectToken): Promise<void> {
    // Two generations share no history: merged, the text would stand there twice.
    if (generation !== undefined && generation !== token.generation) return end(endingFor("replaced"));
    dispatch({ type: "resumed" });
    state.resume();
    generation = token.generation;
    setRole({ role: token.role });
    if (copy === undefined) kept.refresh({ rescue: { deckId, generation } });
    else await copy.loaded;
    if (isStopped) return;
    if (text.length > 0) state.setHasText();
    const formerClients = () => (tracker.isUnsent() ? (copy?.clients() ?? []) : []);
    provider ??= createDeckProvider({ url: token.url, doc, awareness, events, formerClients });
    provider.connect(token.token);
  }

  function setRole(change: RoleChange): void {
    const { role } = change;
    state.setRole(role);
    dispatch({ type: "role", ...change });
    if (role !== "edit" || copy !== undefined || generation === undefined) return;
    copy = openLocalCopy(doc, {
      deckId,
      generation,
      onChange: (isKept) => dispatch({ type: "kept", isKept }),
      onOpened: () => kept.refresh(),
    });
  }

  const events: ProviderEvents = {
    onConnected: () => dispatch({ type: "connected" }),
    onSynced: () => {
      failures = 0;
      refusals = 0;
      rightLost = undefined;
      state.setHasText();
      dispatch({ type: "synced" });
    },
    onAhead: () => {
      // It had this once, perhaps: its database may be of before. What is uploaded now is to be stored like any change.
      if (!tracker.isUnsent()) dispatch({ type: "changed" });
    },
    onTooMuch: () => end(endingOfTooMuch),
    onClosed: (code, reason) => {
      if (isStopped || state.isEnded()) return;
      if (isRenewing) {
        isRenewing = false;
        return void attempt();
      }
      if (code !== undefined && isPermanentClose(code)) {
        refusals++;
        const ending = endingOfClose(code, reason);
        if (ending !== undefined) return end(ending);
        if (code === closeCodes.forbidden) return void askAboutRight(reason);
        if (refusals >= maxRefusals) return end(endingFor("signed-out"));
      }
      tryAgain();
    },
    onHello: ({ gen, role, user, durability, isDamaged = false }) => {
      if (gen !== generation) return end(endingFor("replaced"));
      // Also tells peers, to whom an earlier connection's end has said that this client is gone, that it is back.
      awareness.setLocalStateField("user", user);
      dispatch({ type: "durability", durability });
      dispatch({ type: "damaged", isDamaged });
      setRole({ role });
    },
    onRole: setRole,
    onHint: (hint) => {
      if (hint.kind === "lost") people.lose(hint.user);
      else onHint?.(hint);
    },
    onSaveEvent: dispatch,
  };

  /** A socket says only that the right is gone; a token's refusal says why: taken away, or smaller, or no deck any more. */
  async function askAboutRight(reason: string): Promise<void> {
    rightLost = reason;
    dispatch({ type: "disconnected" });
    try {
      await askForToken();
      if (isStopped) return;
      if (refusals >= maxRefusals) end(endingFor("forbidden"));
      else tryAgain();
    } catch (error) {
      endOrTryAgain(error);
    }
  }

  function tryAgain(): void {
    dispatch({ type: "disconnected" });
    clearTimeout(retry);
    retry = setTimeout(() => void attempt(), backoffMs(failures, random));
    failures++;
  }

  function end(ending: Ending): void {
    clearTimeout(retry);
    show(ending);
    provider?.disconnect();
    if (ending.reason === "refused") void keepRefused(ending);
  }

  function show(ending: Ending): void {
    state.end(ending);
    dispatch({ type: "ended", sentence: ending.sentence });
  }

  /** Sent again at every opening, what was refused once would be refused for ever. */
  async function keepRefused(ending: Ending): Promise<void> {
    const isAside = (await copy?.setAside("refused")) ?? false;
    if (!isStopped) show(withKeptText(ending, { isAside }));
  }

  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    // What this browser kept and the server has already is no change.
    if (copy !== undefined && origin === copy.origin && !copy.wasUnsent()) return;
    if (provider === undefined || !provider.isOrigin(origin)) dispatch({ type: "changed" });
  };
  doc.on("update", onUpdate);
  const stopFollowing = followClientId(doc, awareness);
  const stopColor = keepColor(awareness);
  const stopPage = watchPage({
    // The browser knows at once that there is no network; the socket would notice after half a minute.
    onOffline: () => provider?.lose(),
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
    people,
    get canEdit() {
      return state.get().canEdit;
    },
    get status() {
      return state.get().status;
    },
    get saveState() {
      return state.get().saveState;
    },
    get keptTexts() {
      return state.get().keptTexts;
    },
    discardKept: kept.discard,
    subscribe: state.subscribe,
    setPerson: (next) => {
      awareness.setLocalStateField("user", next);
      // Co-authors see what the server says of everybody, which a new token tells it.
      if (provider?.isOpen() !== true) return;
      isRenewing = true;
      provider.disconnect();
    },
    stop: () => {
      isStopped = true;
      clearTimeout(retry);
      stopPage();
      stopFollowing();
      stopColor();
      people.stop();
      tracker.stop();
      provider?.stop();
      copy?.stop();
      doc.off("update", onUpdate);
      doc.destroy();
    },
  };
}
