import type { DeckId, UserId } from "@/lib/api/ids";
import { askForToken } from "@/tests/chaos/token";
import { connectDeck } from "@/lib/collab/client/connect-deck";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import { createLabelWatch, type LabelWatch } from "@/tests/chaos/label-watch";
import { marksIn, type Ledger } from "@/tests/chaos/ledger";
import type { TcpProxy } from "@/tests/support/tcp-proxy";

/** Somebody with the deck open: the product's own client on a way of their own to the servers. */
export interface Typist {
  readonly name: string;
  readonly source: DeckSource;
  readonly label: LabelWatch;
  /** Their network. */
  readonly way: TcpProxy;
  readonly isSaved: () => boolean;
  /** Until they leave. */
  readonly isHere: () => boolean;
  readonly startTyping: () => void;
  readonly stopTyping: () => void;
  /** Closes the tab, whatever is stored by then. */
  readonly leave: () => void;
}

export interface TypistOptions {
  readonly name: string;
  readonly deckId: DeckId;
  readonly userId: UserId;
  readonly ledger: Ledger;
  readonly way: TcpProxy;
  readonly random: () => number;
}

const minPauseMs = 80;
const spreadMs = 240;

export function createTypist({ name, deckId, userId, ledger, way, random }: TypistOptions): Typist {
  const label = createLabelWatch();
  const source = connectDeck({
    deckId,
    getToken: async ({ signal }) => {
      const answer = await askForToken(deckId, { userId, port: way.port, signal });
      return { url: `ws://127.0.0.1:${way.port}/collab/${deckId}`, ...answer };
    },
    person: { name, color: "#0b7285" },
    random,
  });
  const mine: string[] = [];
  let count = 0;
  let timer: NodeJS.Timeout | undefined;
  let hasLeft = false;

  const look = () => {
    label.note(source.saveState.state);
    if (source.saveState.state === "saved") ledger.noteSaved(name);
  };
  const stopLooking = source.subscribe(look);
  source.text.observe((event) => {
    if (event.transaction.local) return;
    for (const { insert } of event.delta) if (typeof insert === "string") marksIn(insert).forEach(ledger.noteSeen);
  });

  function type(): void {
    timer = setTimeout(type, minPauseMs + random() * spreadMs);
    if (!source.canEdit) return;
    const text = source.text.toString();
    const choice = random();
    if (choice < 0.1 && mine.length > 3) erase(text);
    else if (choice < 0.3) insert(text, placeIn(text));
    else insertBehind(text, mine.at(-1));
  }

  function insertBehind(text: string, mark: string | undefined): void {
    const at = mark === undefined ? -1 : text.indexOf(mark);
    if (at < 0 || mark === undefined) insert(text, text.length);
    else insert(text, at + mark.length, mark);
  }

  /** Between two marks, wherever that is: nobody types into another's. */
  function placeIn(text: string): number {
    const at = text.indexOf("‹", Math.floor(random() * text.length));
    return at < 0 ? text.length : at;
  }

  function insert(text: string, at: number, behind?: string): void {
    const mark = `‹${name}.${count++}›`;
    mine.push(mark);
    ledger.note({ author: name, kind: "insert", mark, behind });
    // Now and then a new slide, at the end, so that its rows are matched meanwhile.
    const isSlide = at === text.length && random() < 0.1;
    source.doc.transact(() => source.text.insert(at, isSlide ? `${mark}\n\n---\n\n` : mark), { name: "typist" });
  }

  function erase(text: string): void {
    const [mark] = mine.splice(Math.floor(random() * (mine.length - 1)), 1);
    const at = mark === undefined ? -1 : text.indexOf(mark);
    if (mark === undefined || at < 0) return;
    ledger.note({ author: name, kind: "delete", mark });
    source.doc.transact(() => source.text.delete(at, mark.length), { name: "typist" });
  }

  return {
    name,
    source,
    label,
    way,
    isSaved: () => source.saveState.state === "saved",
    isHere: () => !hasLeft,
    startTyping: () => {
      if (timer === undefined && !hasLeft) type();
    },
    stopTyping: () => {
      clearTimeout(timer);
      timer = undefined;
    },
    leave: () => {
      hasLeft = true;
      clearTimeout(timer);
      timer = undefined;
      stopLooking();
      source.stop();
    },
  };
}
