import type { DeckId, SlideId, UserId } from "@/lib/api/ids";
import type { Collab } from "@/lib/collab/server/collab";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import { addSlide, applyTextEdits, parseDeck, slideAt, slideCores } from "@/lib/deck";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { slideNotFound } from "@/lib/workspace/slides/history";
import { keepText } from "@/lib/workspace/versions/keep";
import { readSlideTexts } from "@/lib/workspace/slides/slide-text";

export interface RestoreSlideOptions {
  readonly slideId: SlideId;
  readonly userId: UserId;
  /** One of its texts; undefined for the last one of a slide that was deleted. */
  readonly textHash: string | undefined;
}

interface SlideRow {
  readonly rel_start: Buffer;
  readonly text: string | null;
  readonly text_hash: string;
  readonly position: number;
  readonly is_gone: boolean;
}

/**
 * Brings back a text of one slide, as one edit over that slide alone: others go on writing in theirs. A slide that was
 * deleted comes back behind the one that it stood behind. Throws 404 where there is no such slide or text, 409 where the
 * slide is being rewritten at this moment.
 */
export async function restoreSlide(
  { pool, collab }: Pick<Database, "pool"> & { readonly collab: Pick<Collab, "readDeck" | "editDeck"> },
  deckId: DeckId,
  { slideId, userId, textHash }: RestoreSlideOptions,
): Promise<CommittedText> {
  const { rows } = await pool.query<SlideRow>(
    "SELECT rel_start, text, text_hash, position, gone_seq IS NOT NULL AS is_gone FROM slide WHERE id = $1 AND deck_id = $2",
    [slideId, deckId],
  );
  const [slide] = rows;
  if (slide === undefined) throw slideNotFound();
  const text = await readText({ pool }, { deckId, slideId, textHash, slide });
  // What is to be replaced may be in no version yet.
  if (!slide.is_gone) await keepText({ pool }, deckId, { text: await collab.readDeck(deckId), kind: "restore", userId });
  const before = slide.is_gone ? await readNeighbours({ pool }, { deckId, slideId }) : [];
  return collab.editDeck(
    deckId,
    (markdown, places) => {
      const deck = parseDeck(markdown);
      const indexOf = (relStart: Buffer): number | undefined => {
        const [place = "gone"] = places.locate([relStart]);
        return place === "gone" ? undefined : slideAt(deck, place);
      };
      if (slide.is_gone) {
        const behind = before.map(indexOf).find((index) => index !== undefined);
        const index = behind === undefined ? Math.min(slide.position, deck.slides.length) : behind + 1;
        return applyTextEdits(markdown, addSlide(deck, index, text));
      }
      const found = indexOf(slide.rel_start) ?? readSlideTexts(deck).findIndex((each) => each.textHash === slide.text_hash);
      const core = slideCores(deck)[found];
      if (core === undefined) throw new AppError("conflict", "Somebody is rewriting this slide at this moment. Try again when they are done.");
      return `${markdown.slice(0, core.start)}${text}${markdown.slice(core.end)}`;
    },
    { kind: "restore", userId },
  );
}

async function readText(
  { pool }: Pick<Database, "pool">,
  { deckId, slideId, textHash, slide }: { readonly deckId: DeckId; readonly slide: SlideRow } & Pick<RestoreSlideOptions, "slideId" | "textHash">,
): Promise<string> {
  if (slide.text !== null && (textHash === undefined || textHash === slide.text_hash)) return slide.text;
  const { rows } = await pool.query<{ text: string }>(textSql, [slideId, deckId, textHash ?? slide.text_hash]);
  if (rows[0] === undefined) throw new AppError("not-found", "This text of the slide is kept no more.");
  return rows[0].text;
}

/** Where the slides begin that stood before it in the last version that has it, the nearest first. */
async function readNeighbours({ pool }: Pick<Database, "pool">, { deckId, slideId }: { readonly deckId: DeckId; readonly slideId: SlideId }) {
  const { rows } = await pool.query<{ rel_start: Buffer }>(neighboursSql, [slideId, deckId]);
  return rows.map(({ rel_start }) => rel_start);
}

const textSql = `
  SELECT t.text FROM version_slide s JOIN slide_text t ON t.deck_id = $2 AND t.hash = s.text_hash WHERE s.slide_id = $1 AND s.text_hash = $3 LIMIT 1`;

const neighboursSql = `
  SELECT n.rel_start FROM (
    SELECT s.version_id, s.position FROM version_slide s JOIN deck_version v ON v.id = s.version_id
     WHERE s.slide_id = $1 AND v.deck_id = $2 ORDER BY v.created_at DESC, v.id DESC LIMIT 1
  ) last JOIN version_slide b ON b.version_id = last.version_id AND b.position < last.position
    JOIN slide n ON n.id = b.slide_id AND n.gone_seq IS NULL ORDER BY b.position DESC`;
