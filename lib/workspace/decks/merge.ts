import { checkDeckText } from "@/lib/api/deck-file";
import type { DeckId, UserId } from "@/lib/api/ids";
import type { MergedDeck } from "@/lib/api/merge";
import type { Collab } from "@/lib/collab/server/collab";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import { mergeDecks, parseDeck, slideAt, type MergedDecks } from "@/lib/deck";
import { AppError } from "@/lib/errors";
import { createThread } from "@/lib/workspace/comments/create";
import type { CommentsContext } from "@/lib/workspace/comments/list";

export interface MergeOptions {
  readonly userId: UserId;
  /** The text that both came from, and what became of it elsewhere. */
  readonly base: string;
  readonly mine: string;
}

/**
 * Brings what was changed in a copy of a deck into the deck, beside what others changed here: one edit, the least one.
 * What can't stand beside theirs becomes a comment where theirs stands. Throws 413 or 415 for what can't be a deck.
 */
export async function mergeIntoDeck(
  context: CommentsContext & { readonly collab: Pick<Collab, "editDeck"> },
  deckId: DeckId,
  { userId, base, mine }: MergeOptions,
): Promise<MergedDeck & { readonly text: CommittedText }> {
  const [from, to] = [textOf(base), textOf(mine)];
  let merged: MergedDecks = { text: to, conflicts: [] };
  const text = await context.collab.editDeck(
    deckId,
    (theirs) => {
      merged = mergeDecks(from, { mine: to, theirs });
      return merged.text;
    },
    { kind: "api", userId },
  );
  const deck = parseDeck(merged.text);
  const conflicts = merged.conflicts.slice(0, maxTold).map(({ mine: given, start, end }) => ({
    slide: deck.slides[slideAt(deck, start)]?.title || deck.title,
    mine: given,
    start,
    end,
  }));
  for (const { mine: given, start, end } of conflicts) {
    const about =
      end > start
        ? { range: { start, end: Math.min(end, start + maxQuote) }, quote: merged.text.slice(start, Math.min(end, start + maxQuote)) }
        : { at: start };
    await createThread(context, deckId, { userId, comment: { body: bodyOf(given), ...about } });
  }
  return { markdown: text.markdown, conflicts: conflicts.map(({ slide, mine: given }) => ({ slide, mine: given })), text };
}

/** Comments that one push makes; a deck that was written anew at both ends would drown in them. */
const maxTold = 50;
const maxQuote = 2_000;
const maxBody = 8_000;

function bodyOf(mine: string): string {
  if (mine.trim() === "")
    return "A file that was pushed has this deleted; here it was changed meanwhile, and stays. Delete it where that is still right.";
  return `A file that was pushed says something else here, where this was changed meanwhile:\n\n${mine.trim().slice(0, maxBody)}`;
}

function textOf(source: string): string {
  const checked = checkDeckText(source);
  if (checked.state === "refused") throw new AppError(checked.code, checked.sentence);
  return checked.text;
}
