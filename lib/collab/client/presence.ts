import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { z } from "zod";
import { readPagesHere, type PageHere } from "@/lib/collab/client/pages-here";

/** Positions that hold to characters, not to offsets: they stay true while others write. */
const selectionSchema = z.object({ anchor: z.unknown(), head: z.unknown() });
const selectionsSchema = z.array(selectionSchema).max(100);

/** More carets than this are nobody's business, and awareness is limited to 4 KiB a person. */
const maxSelections = 16;

/** A selection as offsets; `head` is the end that moves. A caret has both the same. */
export interface OffsetSelection {
  readonly anchor: number;
  readonly head: number;
}

/** A selection that stays at its characters while the text changes around it. */
export interface AnchoredSelection {
  readonly anchor: Y.RelativePosition;
  readonly head: Y.RelativePosition;
}

/** Ties offsets of this moment to the characters that stand there. */
export function anchorSelections(text: Y.Text, selections: readonly OffsetSelection[]): readonly AnchoredSelection[] {
  return selections.map(({ anchor, head }) => {
    const anchored = Y.createRelativePositionFromTypeIndex(text, anchor);
    return { anchor: anchored, head: head === anchor ? anchored : Y.createRelativePositionFromTypeIndex(text, head) };
  });
}

/** Back to offsets of this moment; a selection whose text this document doesn't know is left out. */
export function locateSelections(doc: Y.Doc, selections: readonly AnchoredSelection[]): readonly OffsetSelection[] {
  return selections.flatMap(({ anchor, head }) => {
    const from = Y.createAbsolutePositionFromRelativePosition(anchor, doc);
    const to = Y.createAbsolutePositionFromRelativePosition(head, doc);
    return from === null || to === null ? [] : [{ anchor: from.index, head: to.index }];
  });
}

/** Tells co-authors where this person's carets are. */
export function publishSelections(awareness: Awareness, text: Y.Text, selections: readonly OffsetSelection[]): void {
  const shown = anchorSelections(text, selections.slice(0, maxSelections));
  awareness.setLocalStateField(
    "selections",
    shown.map(({ anchor, head }) => ({ anchor: Y.relativePositionToJSON(anchor), head: Y.relativePositionToJSON(head) })),
  );
}

/** Somebody else's carets. */
export interface PeerSelections extends PageHere {
  readonly selections: readonly OffsetSelection[];
}

/** Where everybody else's carets are at this moment, in the order of their client ids. */
export function readPeerSelections(awareness: Awareness, doc: Y.Doc): readonly PeerSelections[] {
  const states = awareness.getStates();
  return readPagesHere(awareness).flatMap((page) => {
    const selections = selectionsSchema.safeParse(states.get(page.clientId)?.["selections"]);
    if (page.clientId === awareness.clientID || !selections.success) return [];
    return [{ ...page, selections: locateSelections(doc, selections.data.flatMap(readAnchored)) }];
  });
}

/** What another client sent as a position may be anything. */
function readAnchored({ anchor, head }: z.infer<typeof selectionSchema>): readonly AnchoredSelection[] {
  const from = readPosition(anchor);
  const to = readPosition(head);
  return from === undefined || to === undefined ? [] : [{ anchor: from, head: to }];
}

const idSchema = z.object({ client: z.int().nonnegative(), clock: z.int().nonnegative() });
const positionSchema = z.object({
  type: idSchema.nullish(),
  tname: z.literal("markdown").nullish(),
  item: idSchema.nullish(),
  assoc: z.int().optional(),
});

function readPosition(json: unknown): Y.RelativePosition | undefined {
  const position = positionSchema.safeParse(json);
  return position.success ? Y.createRelativePositionFromJSON(position.data) : undefined;
}
