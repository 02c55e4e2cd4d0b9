import type * as Monaco from "monaco-editor/editor";
import type * as Y from "yjs";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import { keepView } from "@/lib/collab/client/keep-view";
import { drawPeers } from "@/lib/collab/client/peer-carets";
import { createCaretPublisher } from "@/lib/collab/client/publish-carets";
import { readSelections, remoteEditSource, setSelections, shiftSelections, trackSelections } from "@/lib/collab/client/selections";
import { deltaToEdits, replaceMiddle, type OffsetEdit } from "@/lib/collab/client/text-delta";
import { takeOverUndo } from "@/lib/collab/client/text-undo";
import { maxTextBytes } from "@/lib/collab/protocol/limits";
import { toLineFeeds } from "@/lib/collab/protocol/line-ends";
import { createTextMeter, tooLongSentence, utf8Bytes } from "@/lib/collab/protocol/text-size";

export interface BindMonacoOptions {
  readonly monaco: typeof Monaco;
  readonly editor: Monaco.editor.ICodeEditor;
  readonly model: Monaco.editor.ITextModel;
  readonly source: Pick<DeckSource, "text" | "awareness" | "canEdit">;
  /** Told, in a sentence, when a change was taken back because the deck would be too long with it. */
  readonly onRefused?: (sentence: string) => void;
}

export interface MonacoBinding {
  readonly undoManager: Y.UndoManager;
  /** An act on the server is this person's latest step from now on: undo takes it back by this. */
  readonly addStep: (takeBack: () => void) => void;
  /** Transactions of this origin count as typed here: undo takes them back. */
  readonly origin: object;
  /** Lets go of editor and model; neither is disposed. */
  stop(): void;
}

/**
 * Keeps a Monaco model and a Y.Text the same. Other people's changes arrive as one edit, leave every caret and the view
 * where they were, and can't be undone here: undo takes back this person's changes alone, by whatever path it is called.
 */
export function bindMonaco({ monaco, editor, model, source, onRefused }: BindMonacoOptions): MonacoBinding {
  const { text, awareness } = source;
  const { doc } = text;
  if (doc === null) throw new Error("The text belongs to no document yet.");
  const origin = { name: "monaco" };
  const meter = createTextMeter(maxTextBytes, utf8Bytes(text.toString()));
  /** True while the model is being made to follow the text. */
  let isFollowing = false;
  /** True from a refused change until the model shows the text again. */
  let isRefused = false;

  const applyToModel = (edits: readonly OffsetEdit[]) => {
    const operations = edits.map((edit) => ({
      range: monaco.Range.fromPositions(model.getPositionAt(edit.start), model.getPositionAt(edit.end)),
      text: edit.text,
      forceMoveMarkers: false,
    }));
    isFollowing = true;
    try {
      model.applyEdits(operations);
    } finally {
      isFollowing = false;
    }
  };
  const matchText = () => {
    const edit = replaceMiddle(model.getValue(monaco.editor.EndOfLinePreference.LF), text.toString());
    if (edit !== undefined) applyToModel([edit]);
  };

  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  matchText();
  const publisher = createCaretPublisher({ editor, model, text, awareness });
  const tracker = trackSelections({ editor, model }, publisher.schedule);
  const undo = takeOverUndo({ monaco, editor, model, text, doc, origin, tracker, canEdit: () => source.canEdit });

  const onText = (event: Y.YTextEvent, transaction: Y.Transaction) => {
    if (transaction.origin === origin && isTyping) return;
    const edits = deltaToEdits(event.delta);
    for (const edit of edits) meter.grow(utf8Bytes(edit.text));
    if (isRefused) return;
    // Undo and fixes of this person move the view themselves; everybody else's changes move nothing.
    const isOwn = transaction.local;
    // Half of a pair can't stand alone: Yjs makes the other half U+FFFD without saying so.
    const splitsPair = edits.some((edit) => isInsidePair(model, edit.start) || isInsidePair(model, edit.end));
    const selections = readSelections({ editor, model });
    if (isOwn) applyToModel(edits);
    else keepView({ editor, model, edits }, () => applyToModel(edits));
    // A text with foreign line ends has other offsets here than there: find the difference instead.
    if (splitsPair || model.getValueLength() !== text.length) matchText();
    if (!isOwn) setSelections({ monaco, editor, model, source: remoteEditSource }, shiftSelections(selections, edits));
    tracker.refresh();
  };

  let isTyping = false;
  const onContent = ({ changes, isEolChange }: Monaco.editor.IModelContentChangedEvent) => {
    if (isFollowing || isRefused) return;
    if (isEolChange) {
      model.setEOL(monaco.editor.EndOfLineSequence.LF);
      return;
    }
    for (const change of changes) meter.grow(utf8Bytes(change.text));
    if (meter.isOver(() => model.getValue(monaco.editor.EndOfLinePreference.LF))) {
      refuse();
      return;
    }
    isTyping = true;
    try {
      doc.transact(() => {
        for (const { rangeOffset, rangeLength, text: inserted } of changes.toSorted((a, b) => b.rangeOffset - a.rangeOffset)) {
          if (rangeLength > 0) text.delete(rangeOffset, rangeLength);
          if (inserted !== "") text.insert(rangeOffset, toLineFeeds(inserted));
        }
      }, origin);
    } finally {
      isTyping = false;
      // Monaco sets the carets after this event.
      queueMicrotask(tracker.refresh);
    }
  };

  /** Takes a change back before it reaches the document, as soon as Monaco is through with it. */
  function refuse(): void {
    isRefused = true;
    queueMicrotask(() => {
      isRefused = false;
      if (isStopped || model.isDisposed()) return;
      matchText();
      onRefused?.(tooLongSentence);
    });
  }

  let isStopped = false;
  text.observe(onText);
  const contentSubscription = model.onDidChangeContent(onContent);
  const stopPeers = drawPeers({ monaco, editor, model, doc, awareness });
  return {
    undoManager: undo.manager,
    addStep: undo.addStep,
    origin,
    stop: () => {
      isStopped = true;
      text.unobserve(onText);
      contentSubscription.dispose();
      tracker.stop();
      publisher.stop();
      stopPeers();
      undo.stop();
    },
  };
}

/** Is this offset between the two halves of a character beyond the first 65,536, an emoji for example? */
function isInsidePair(model: Monaco.editor.ITextModel, offset: number): boolean {
  const { lineNumber, column } = model.getPositionAt(offset);
  const line = model.getLineContent(lineNumber);
  const [before, after] = [line.charCodeAt(column - 2), line.charCodeAt(column - 1)];
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}
