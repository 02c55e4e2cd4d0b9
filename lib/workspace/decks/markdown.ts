import { checkDeckText } from "@/lib/api/deck-file";
import type { DeckId, UserId } from "@/lib/api/ids";
import type { Collab } from "@/lib/collab/server/collab";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import { staleError } from "@/lib/collab/server/edit-deck";
import { AppError } from "@/lib/errors";

export interface ReplaceMarkdownOptions {
  readonly userId: UserId;
  /** Replace only this text (If-Match). */
  readonly expected: { readonly generation: number; readonly seq: number; readonly isOf: (markdown: string) => boolean } | undefined;
}

/**
 * Makes a deck's text this one by the smallest edit, live for everybody who has it open. Throws 413 or 415 for what
 * can't be a deck, 412 where `expected` is no longer the state of the text.
 */
export function replaceMarkdown(
  { collab }: { readonly collab: Pick<Collab, "editDeck"> },
  deckId: DeckId,
  source: string,
  { userId, expected }: ReplaceMarkdownOptions,
): Promise<CommittedText> {
  const checked = checkDeckText(source);
  if (checked.state === "refused") throw new AppError(checked.code, checked.sentence);
  const replace = (markdown: string) => {
    if (expected?.isOf(markdown) === false) throw staleError();
    return checked.text;
  };
  return collab.editDeck(deckId, replace, { kind: "api", userId, ...(expected === undefined ? {} : { expected }) });
}
