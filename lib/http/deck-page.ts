import type { DeckInfo } from "@/lib/api/decks";
import { appAddresses } from "@/lib/api/deck-addresses";
import type { Drawings } from "@/lib/browser/diagram-drawer";
import type { ImportSummary } from "@/lib/api/import";
import type { FileWidths } from "@/lib/api/picture-sizes";
import { deckIdSchema, type DeckId, type UserId } from "@/lib/api/ids";
import { parseDeck, renderSlide, type Deck, type DeckSettings, type RenderOptions } from "@/lib/deck";
import { highlightersFor } from "@/lib/stage/grammars/highlighters";
import { createMathRenderer, maxDocumentTexUnits } from "@/lib/stage/math";
import type { Runtime } from "@/lib/runtime";
import { fontsVersion } from "@/lib/themes";
import { getDeck } from "@/lib/workspace/decks/get";
import { markOpened } from "@/lib/workspace/decks/mark";
import { roleOn } from "@/lib/workspace/decks/role";
import { listFileWidths } from "@/lib/workspace/files/list";
import { getFits } from "@/lib/workspace/fits/get";
import { getImportSummary } from "@/lib/workspace/imports/get";
import { guestDeckKeptUntil } from "@/lib/workspace/people/purge-guests";
import { may } from "@/lib/workspace/policies";

/** One slide as people see it who may see nothing else of the deck. */
export interface ShownSlide {
  readonly anchor: string;
  readonly title: string;
  readonly html: string;
  readonly fit: number | undefined;
}

/** What the page of a deck has to show, by what the person is to the deck. */
export type DeckPage =
  | { readonly state: "missing" }
  | { readonly state: "trashed"; readonly deck: DeckInfo }
  | {
      readonly state: "editor";
      readonly deck: DeckInfo;
      readonly markdown: string;
      readonly fits: readonly (readonly [string, number])[];
      readonly files: readonly (readonly [string, number | null])[];
      /** What it was imported as; undefined for a deck that was written here. */
      readonly imported: ImportSummary | undefined;
      /** When a guest's deck goes if nobody comes any more; undefined for one that is kept for good. */
      readonly keptUntil: string | undefined;
    }
  | {
      readonly state: "slides";
      readonly deck: DeckInfo;
      readonly settings: Pick<DeckSettings, "theme" | "colorScheme" | "aspectRatio">;
      readonly css: string;
      readonly slides: readonly ShownSlide[];
    };

/** A viewer waits so long for diagrams that nobody has drawn. */
const diagramWaitMs = 4_000;

/** So long a guest's deck says nothing of when it goes. */
const newForMs = 24 * 3600_000;

/** Loads a deck for its page, and remembers that it was opened. People who may only view get slides: neither text nor notes leave the server for them. */
export async function loadDeckPage(runtime: Pick<Runtime, "pool" | "prisma" | "diagrams">, id: string, userId: UserId): Promise<DeckPage> {
  const known = deckIdSchema.safeParse(id);
  const role = known.success ? await roleOn(runtime, known.data, { userId }) : undefined;
  if (!known.success || role === undefined) return { state: "missing" };
  const deckId = known.data;
  const [deck, row, files, forWriters] = await Promise.all([
    getDeck(runtime, deckId, { userId, role }),
    runtime.prisma.deckText.findUnique({ where: { deckId }, select: { markdown: true } }),
    listFileWidths(runtime, deckId),
    may(role, "exportMarkdown") ? Promise.all([getImportSummary(runtime, deckId), guestDeckKeptUntil(runtime, deckId)]) : undefined,
  ]);
  if (deck.trashedAt !== null) return { state: "trashed", deck };
  const markdown = row?.markdown ?? "";
  const [fits] = await Promise.all([
    getFits(runtime, deckId, { theme: deck.cover.theme, fontsVersion }),
    markOpened(runtime, deckId, { userId, now: new Date() }),
  ]);
  if (forWriters !== undefined) {
    const [imported, keptUntil] = forWriters;
    // Who has just begun has more to look at than how it ends.
    const isNew = Date.now() - Date.parse(deck.createdAt) < newForMs;
    return { state: "editor", deck, markdown, fits: [...fits], files: [...files], imported, keptUntil: isNew ? undefined : keptUntil?.toISOString() };
  }
  const parsed = parseDeck(markdown);
  const { theme, colorScheme, aspectRatio } = parsed.settings;
  const diagrams = await runtime.diagrams.drawingsOf(deckId, parsed, { waitMs: diagramWaitMs });
  return {
    state: "slides",
    deck,
    settings: { theme, colorScheme, aspectRatio },
    css: parsed.css,
    slides: shownSlides(parsed, { deckId, fits, files, diagrams, highlighters: await highlightersFor(parsed.slides) }),
  };
}

interface Shown {
  readonly deckId: DeckId;
  readonly fits: ReadonlyMap<string, number>;
  readonly files: FileWidths;
  readonly diagrams: Drawings;
  readonly highlighters: RenderOptions["highlighters"];
}

function shownSlides(deck: Deck, { deckId, fits, files, diagrams, highlighters }: Shown): readonly ShownSlide[] {
  const resolveUrl = appAddresses(deckId, files);
  const renderMath = createMathRenderer({ maxUnits: maxDocumentTexUnits });
  return deck.slides
    .filter((slide) => !slide.settings.hidden)
    .map((slide) => ({
      anchor: slide.anchor,
      title: slide.title,
      html: renderSlide(slide, { resolveUrl, renderMath, diagrams, highlighters }),
      fit: fits.get(slide.hash),
    }));
}
