import type * as Y from "yjs";
import type { CommentThread } from "@/lib/api/comments";
import { locateAnchor } from "@/lib/collab/client/anchors";
import { slideAt, type Deck } from "@/lib/deck";

/** A conversation and where it is in the text as it stands here. */
export interface PlacedThread {
  readonly thread: CommentThread;
  /** Its words; undefined where it is about none, or where they are gone. */
  readonly range: { readonly start: number; readonly end: number } | undefined;
  /** From 0; undefined for one about the whole deck. */
  readonly slide: number | undefined;
}

/** Conversations in the order of the text; those about the deck come first. */
export function placeThreads(
  threads: readonly CommentThread[],
  { deck, doc }: { readonly deck: Deck; readonly doc: Y.Doc },
): readonly PlacedThread[] {
  const placed = threads.map((thread): PlacedThread => {
    const range = thread.anchor === null ? undefined : locateAnchor(doc, thread.anchor);
    if (range !== undefined) return { thread, range, slide: slideAt(deck, range.start) };
    return { thread, range, slide: thread.slide === null ? undefined : Math.min(thread.slide, deck.slides.length - 1) };
  });
  return placed.toSorted((one, other) => (one.slide ?? -1) - (other.slide ?? -1) || placeOf(one) - placeOf(other));
}

/** Words that are gone, and the slide as a whole, come before the words that are there. */
function placeOf({ range }: PlacedThread): number {
  return range?.start ?? -1;
}

/** How many open conversations each slide has. */
export function countBySlide(placed: readonly PlacedThread[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { thread, slide } of placed) {
    if (thread.resolved === null && slide !== undefined) counts.set(slide, (counts.get(slide) ?? 0) + 1);
  }
  return counts;
}
