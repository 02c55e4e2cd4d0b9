import * as Y from "yjs";
import type { DeckId, UserId } from "@/lib/api/ids";
import { maxTextBytes } from "@/lib/collab/protocol/limits";
import { toLineFeeds } from "@/lib/collab/protocol/line-ends";
import { utf8Bytes } from "@/lib/collab/protocol/text-size";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import type { LogSize } from "@/lib/collab/server/compaction";
import { leastEdits } from "@/lib/collab/server/least-edit";
import { loadDoc, loadText, logSizeOf, type LoadedDoc, type RestOfText } from "@/lib/collab/server/load-doc";
import { encodePayload } from "@/lib/collab/server/payload";
import { createMadeUpdates } from "@/lib/collab/server/made-updates";
import { placesOf, type TextPlaces } from "@/lib/collab/server/text-places";
import type { AppendResult, LogEntry, UpdateKind, UpdateLog } from "@/lib/collab/server/update-log";
import { AppError } from "@/lib/errors";
import type { Log } from "@/lib/log";

/** What a committed text shall become. `places` finds in it what was kept of an older one. */
export type TextChange = (markdown: string, places: TextPlaces) => string;

export interface EditDeckOptions {
  readonly kind: Exclude<UpdateKind, "edit">;
  readonly userId: UserId;
  /** Edit only this state of the text (If-Match): throws `stale` where there is another by now. */
  readonly expected?: { readonly generation: number; readonly seq: number };
}

export interface ReadContext {
  readonly updateLog: UpdateLog;
  readonly log: Log;
}

/** A row that was committed outside of any room. */
export interface EditRow extends LogSize {
  readonly generation: number;
  readonly seq: number;
  readonly updates: readonly Uint8Array[];
}

export interface EditContext extends ReadContext {
  readonly maxStateBytes: number;
  /** Begins a new generation with the same text and no history; false where that was not to be done now. */
  readonly renew: (deckId: DeckId) => Promise<boolean>;
  /** Told after the commit, so that whoever is connected sees it. */
  readonly onRow: (deckId: DeckId, row: EditRow) => void;
}

/** While others type, the text may be another by the time the edit is stored: it is then made anew. */
const maxTries = 8;
const busyRetryMs = 10;
const maxBusyRetries = 500;

/** Makes a change of the committed text durable as the least edit; see `Collab.editDeck`. Returns what is committed then. */
export async function editDeck(
  context: EditContext,
  deckId: DeckId,
  { change, options }: { readonly change: TextChange; readonly options: EditDeckOptions },
): Promise<CommittedText & { readonly isChanged: boolean }> {
  const { updateLog, onRow } = context;
  const { expected, kind, userId } = options;
  let isRenewed = false;
  let isBegunAnew = false;
  for (let tries = 1; ; tries++) {
    const loaded = await loadDeck(context, deckId);
    const base = { generation: loaded.generation, seq: loaded.headSeq };
    if (expected !== undefined && (expected.generation !== base.generation || expected.seq !== base.seq)) throw staleError();
    const edit = makeEdit(loaded, change);
    if (edit.stateBytes > context.maxStateBytes) {
      if (isRenewed || tries >= maxTries) throw new AppError("too-large", "This change is too large for one deck. Make it in several steps.");
      // Made again on the new generation, whoever began that; who insists on a state of the older one has to look at the text again.
      isRenewed = await context.renew(deckId);
      continue;
    }
    if (edit.updates.length === 0) return { ...edit.text, ...base, isChanged: false };
    // The last try doesn't insist on the state it was made from: Yjs merges it, as it does with everybody's edits.
    const expectedSeq = expected !== undefined || tries < maxTries ? base.seq : undefined;
    const entry = { docId: deckId, generation: base.generation, updates: edit.updates, kind, userIds: [userId], expectedSeq };
    const result = await appendWhenFree(updateLog, entry);
    switch (result.state) {
      case "committed":
        onRow(deckId, { generation: base.generation, seq: result.seq, updates: edit.updates, logRows: result.logRows, logBytes: result.logBytes });
        // An edit that went in unseen was merged with others: the text at its row is not the one it was made for.
        if (entry.expectedSeq === undefined) return { ...(await readDeck(context, deckId)), isChanged: true };
        return { ...edit.text, generation: base.generation, seq: result.seq, isChanged: true };
      case "stale-seq":
        if (expected !== undefined) throw staleError();
        break;
      case "stale-generation":
        // Somebody's history was full. Twice within a moment is no accident.
        if (expected !== undefined || isBegunAnew) throw staleError();
        isBegunAnew = true;
        break;
      case "gone":
        throw deckGoneError();
      case "busy":
        throw new AppError("unavailable", "The deck is being written to by somebody else. Try again in a moment.", { retryAfterS: 1 });
    }
  }
}

/** The committed text of a deck; see `Collab.readDeck`. */
export async function readDeck(context: ReadContext, deckId: DeckId): Promise<CommittedText> {
  const { isDamaged, ...text } = await readRest(context, deckId);
  if (isDamaged) throw damagedError();
  return text;
}

/** What is left of a deck's text; see `Collab.readRest`. */
export async function readRest({ updateLog, log }: ReadContext, deckId: DeckId): Promise<RestOfText> {
  const text = await loadText(updateLog, deckId, log);
  if (text === undefined) throw deckGoneError();
  return text;
}

async function loadDeck({ updateLog, log }: ReadContext, deckId: DeckId): Promise<LoadedDoc> {
  const loaded = await loadDoc(updateLog, deckId, log);
  if (loaded === undefined) throw deckGoneError();
  if (!loaded.isDamaged) return loaded;
  loaded.doc.destroy();
  throw damagedError();
}

/** The least edit that makes the text what it shall be, as Yjs updates, and the text then; none where it is that already. */
function makeEdit(
  { doc }: LoadedDoc,
  change: TextChange,
): {
  readonly updates: readonly Uint8Array[];
  readonly text: Pick<CommittedText, "markdown" | "places">;
  /** What the document takes then, with its history. */
  readonly stateBytes: number;
} {
  try {
    const text = doc.getText("markdown");
    const before = text.toString();
    const places = placesOf(text);
    const markdown = toLineFeeds(change(before, places));
    if (markdown === before) return { updates: [], text: { markdown, places }, stateBytes: 0 };
    if (utf8Bytes(markdown) > maxTextBytes) throw new AppError("too-large", "A deck holds up to 1 MiB of text. Put parts of it into a second deck.");
    const edits = leastEdits(before, markdown);
    // Not what the document has since: that names all that was ever deleted from it, and each row would be longer than the last.
    // Where that throws, the document goes with it.
    const updates = createMadeUpdates(doc, { onThrown: () => undefined }).of(() =>
      doc.transact(() => {
        for (const { at, deleted, inserted } of edits) {
          text.delete(at, deleted);
          text.insert(at, inserted);
        }
      }),
    );
    return { updates, text: { markdown, places: placesOf(text) }, stateBytes: Y.encodeStateAsUpdate(doc).byteLength };
  } finally {
    doc.destroy();
  }
}

/** A row another process holds for the length of a commit is waited for. */
async function appendWhenFree(updateLog: UpdateLog, entry: LogEntry): Promise<AppendResult> {
  for (let retries = 0; ; retries++) {
    const result = await append(updateLog, entry);
    if (result.state !== "busy" || retries >= maxBusyRetries) return result;
    await new Promise((resolve) => setTimeout(resolve, busyRetryMs));
  }
}

/** An answer that was lost says nothing of the row: the log tells whether it is there. */
async function append(updateLog: UpdateLog, entry: LogEntry): Promise<AppendResult> {
  try {
    return (await updateLog.append([entry])).get(entry.docId) ?? { state: "busy" };
  } catch (error) {
    if (entry.expectedSeq === undefined) throw error;
    const seq = entry.expectedSeq + 1;
    const pulled = await updateLog.pull(entry.docId, 0);
    const row = pulled?.parts.find((part) => part.seq === seq);
    if (pulled === undefined || row === undefined || Buffer.compare(row.payload, encodePayload(entry.updates)) !== 0) throw error;
    return { state: "committed", seq, ...logSizeOf(pulled) };
  }
}

function damagedError(): AppError {
  return new AppError(
    "unavailable",
    "A part of this deck can't be read any more, so it can't be changed or passed on as it is. Take it back to a version in its history, or tell whoever runs this server.",
  );
}

/** Somebody else has changed the text since. */
export function staleError(): AppError {
  return new AppError("stale", "The text has changed since you loaded it. Load it again and repeat your change.");
}

function deckGoneError(): AppError {
  return new AppError("not-found", "There is no such deck.");
}
