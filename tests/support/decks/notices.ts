import { applyTextEdits, parseDeck, type Notice } from "@/lib/deck";

/** A notice as a test reads it: the words it is about, and the text with its fix done. */
export interface SeenNotice {
  readonly about: string;
  readonly message: string;
  readonly fixed: string | undefined;
}

/** What one rule says of a text, in the order of the text. */
export function noticesIn(source: string, code: string): readonly SeenNotice[] {
  return seen(source, parseDeck(source).notices, code);
}

export function seen(source: string, notices: readonly Notice[], code: string): readonly SeenNotice[] {
  return notices
    .filter((notice) => notice.code === code)
    .map(({ range, message, fix }) => ({
      about: source.slice(range.start, range.end),
      message,
      fixed: fix && applyTextEdits(source, fix.edits),
    }));
}
