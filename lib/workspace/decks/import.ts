import { checkImportText } from "@/lib/api/deck-file";
import type { TeamId, UserId } from "@/lib/api/ids";
import type { ImportedDeck, ImportedFile, ImportNotice } from "@/lib/api/import";
import { maxTitleLength } from "@/lib/api/limits";
import { dialectLabel, parseDeck, type Deck, type Dialect } from "@/lib/deck";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { createDeck } from "@/lib/workspace/decks/create";
import { convertImport, describe, maxNotices, type Converted, type ImportSource } from "@/lib/workspace/imports/convert";

export interface ImportDeckOptions {
  readonly ownerId: UserId;
  /** As in `createDeck`. */
  readonly teamId?: TeamId | undefined;
  readonly filename: string | undefined;
  readonly source: string;
  readonly dialect: Dialect | "auto";
  /** Files that the source names, where it is a configuration. */
  readonly companions: readonly ImportedFile[];
}

/**
 * Makes a deck of a file's text and keeps the text beside it. Throws 413 or 415, with a sentence that names the file, for
 * what is no deck's text.
 */
export async function importDeck(database: Pick<Database, "pool">, options: ImportDeckOptions): Promise<ImportedDeck> {
  const { ownerId, teamId, filename, dialect } = options;
  const original: ImportSource = {
    source: checkedText(options.source, filename),
    companions: options.companions.map((file) => ({ filename: file.filename, source: checkedText(file.source, file.filename) })),
  };
  const converted = convertImport(original, dialect);
  const deck = parseDeck(converted.markdown);
  const hasTitle = deck.settings.title !== undefined || deck.slides.some((slide) => slide.title !== "");
  const info = await createDeck(database, {
    ownerId,
    teamId,
    name: hasTitle ? undefined : nameOf(filename),
    markdown: converted.markdown,
    kind: "import",
    beside: async (tx, deckId) => {
      await tx.query(
        `INSERT INTO deck_import (deck_id, filename, source, companions, dialect, confidence, evidence, notices)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          deckId,
          filename || null,
          original.source,
          JSON.stringify(original.companions),
          converted.dialect,
          converted.confidence,
          converted.evidence,
          converted.notices.length,
        ],
      );
    },
  });
  const { confidence, evidence } = converted;
  return {
    ...info,
    dialect: converted.dialect,
    label: dialectLabel(converted.dialect),
    confidence,
    evidence: [...evidence],
    notices: noticesOf(converted, original, deck),
  };
}

/** What was not converted; for a text that was taken as it is, also what the linter calls wrong in it. */
function noticesOf(converted: Converted, { source }: ImportSource, deck: Deck): ImportNotice[] {
  const linted = converted.markdown === source ? deck.notices.filter(({ severity }) => severity === "error" || severity === "warning") : [];
  return [...converted.notices, ...linted.map((notice) => describe(notice, source))].slice(0, maxNotices);
}

function checkedText(source: string, filename: string | undefined): string {
  const checked = checkImportText(source, filename);
  if (checked.state === "refused") throw new AppError(checked.code, checked.sentence);
  return checked.text;
}

/** A file's name without its ending, where that makes a title. */
function nameOf(filename: string | undefined): string | undefined {
  const name = filename
    ?.replace(/\.[^.]{1,10}$/, "")
    .replace(/\p{Cc}/gu, "")
    .trim();
  return name ? [...name].slice(0, maxTitleLength).join("") : undefined;
}
