import { checkImportText } from "@/lib/api/deck-file";
import type { UserId } from "@/lib/api/ids";
import type { ImportedDeck } from "@/lib/api/import";
import { maxTitleLength } from "@/lib/api/limits";
import { parseDeck } from "@/lib/deck";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { createDeck } from "@/lib/workspace/decks/create";

export interface ImportDeckOptions {
  readonly ownerId: UserId;
  readonly filename: string | undefined;
  readonly source: string;
}

/** Notices of one import; a file with a fault in every line needs no thousand sentences. */
const maxNotices = 100;

/** Makes a deck of a file's text. Throws 413 or 415, with a sentence that names the file, for what is no deck's text. */
export async function importDeck(database: Pick<Database, "pool">, { ownerId, filename, source }: ImportDeckOptions): Promise<ImportedDeck> {
  const checked = checkImportText(source, filename);
  if (checked.state === "refused") throw new AppError(checked.code, checked.sentence);
  const deck = parseDeck(checked.text);
  const hasTitle = deck.settings.title !== undefined || deck.slides.some((slide) => slide.title !== "");
  const info = await createDeck(database, { ownerId, name: hasTitle ? undefined : nameOf(filename), markdown: checked.text, kind: "import" });
  const notices = deck.notices.slice(0, maxNotices).map(({ code, severity, message, range }) => ({ code, severity, message, line: range.startLine }));
  return { ...info, notices };
}

/** A file's name without its ending, where that makes a title. */
function nameOf(filename: string | undefined): string | undefined {
  const name = filename
    ?.replace(/\.[^.]{1,10}$/, "")
    .replace(/\p{Cc}/gu, "")
    .trim();
  return name ? [...name].slice(0, maxTitleLength).join("") : undefined;
}
