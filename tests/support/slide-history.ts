import * as Y from "yjs";
import { placesOf } from "@/lib/collab/server/text-places";
import { parseDeck, type Deck, type TextEdit } from "@/lib/deck";
import { matchSlides, type KnownSlide } from "@/lib/workspace/slides/match";
import { readSlideTexts } from "@/lib/workspace/slides/slide-text";

export type SlideHistory = ReturnType<typeof startHistory>;

/** A deck that several people write, each in a document of their own; its slides are told apart when texts settle. */
export function startHistory(markdown: string, people: number) {
  const authors = Array.from({ length: people }, () => {
    const doc = new Y.Doc();
    const text = doc.getText("markdown");
    return { doc, text, undo: new Y.UndoManager(text, { captureTimeout: 0, trackedOrigins: new Set([doc]) }) };
  });
  let rows: readonly (Omit<KnownSlide, "place"> & { readonly relStart: Uint8Array })[] = [];
  let made = 0;

  function author(index: number) {
    const found = authors[index % authors.length];
    if (found === undefined) throw new Error("nobody writes");
    return found;
  }

  /** Everybody gets what everybody wrote. */
  function share(): void {
    const updates = authors.map(({ doc }) => Y.encodeStateAsUpdate(doc));
    for (const { doc } of authors) for (const update of updates) Y.applyUpdate(doc, update);
  }

  /** Shares, and tells the ids of the slides in their order. */
  function settle(): readonly string[] {
    share();
    const { text } = author(0);
    const slides = readSlideTexts(parseDeck(text.toString()));
    const places = placesOf(text);
    const found = places.locate(rows.map(({ relStart }) => relStart));
    const relStarts = places.encode(slides.map(({ start }) => start));
    const ids = matchSlides(
      slides,
      rows.map((row, index) => ({ ...row, place: found[index] ?? "gone" })),
    ).map((id) => id ?? `slide ${(made += 1)}`);
    const present = new Set(ids);
    const left = rows.filter(({ id }) => !present.has(id));
    rows = [
      ...slides.map(({ text: own, textHash, titleHash }, index) => ({
        id: ids[index] ?? "",
        isGone: false,
        text: own,
        textHash,
        titleHash,
        relStart: relStarts[index] ?? new Uint8Array(),
      })),
      ...left.filter(({ isGone }) => !isGone).map((row) => ({ ...row, isGone: true })),
      ...left.filter(({ isGone }) => isGone),
    ];
    return ids;
  }

  author(0).text.insert(0, markdown);
  share();

  return {
    deck: (by: number): Deck => parseDeck(author(by).text.toString()),
    /** One person's edits, as one step of their undo. */
    edit: (by: number, edits: readonly TextEdit[]): void => {
      const { doc, text, undo } = author(by);
      undo.stopCapturing();
      doc.transact(() => {
        for (const { start, end, text: inserted } of edits.toSorted((a, b) => b.start - a.start)) {
          text.delete(start, end - start);
          text.insert(start, inserted);
        }
      }, doc);
    },
    undo: (by: number): void => void author(by).undo.undo(),
    redo: (by: number): void => void author(by).undo.redo(),
    settle,
    ids: (): readonly string[] => rows.filter(({ isGone }) => !isGone).map(({ id }) => id),
  };
}
