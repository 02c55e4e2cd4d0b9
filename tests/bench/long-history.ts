import type pg from "pg";
import { z } from "zod";
import { matchSlides } from "@/components/editor/history/match-slides";
import { versionListSchema, versionTextSchema, type VersionText } from "@/lib/api/versions";
import { parseDeck, slideCores } from "@/lib/deck";
import type { Ratio } from "@/tests/bench/report";

const versions = 500;
const slides = 60;

export interface LongHistoryOptions {
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly pool: pg.Pool;
  readonly p95: (work: (round: number) => Promise<unknown>) => Promise<number>;
}

/** A history of 500 versions, opened to its end and two of them compared, against the bare SELECT of the same rows. */
export async function longHistory({ ask, pool, p95 }: LongHistoryOptions): Promise<readonly Ratio[]> {
  const made = await ask("/api/decks", {
    method: "POST",
    body: JSON.stringify({ markdown: textOf(0) }),
    headers: { "content-type": "application/json" },
  });
  const { id } = z.object({ id: z.uuid() }).parse(await made.json());
  for (let index = 1; index <= versions; index += 1) await pool.query(insertSql, [id, index, textOf(index), slides]);
  await pool.query(slidesSql, [id]);

  async function open(): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const list = versionListSchema.parse(await (await ask(`/api/decks/${id}/versions?limit=100${page}`)).json());
      ids.push(...list.versions.map((version) => version.id));
      cursor = list.nextCursor;
    }
    return ids;
  }

  const ids = await open();
  const versionAt = async (place: number) => versionTextSchema.parse(await (await ask(`/api/decks/${id}/versions/${ids.at(place) ?? ""}`)).json());
  const compare = async (round: number) => matchSlides(slidesOf(await versionAt(round % ids.length)), slidesOf(await versionAt(-1)));
  return [
    {
      what: `a history of ${versions} versions opened to its end, p95`,
      measured: await p95(open),
      floor: await p95(() => pool.query(rowsSql, [id])),
      unit: "ms",
      against: "SELECT of these rows, p95",
    },
    {
      what: `two versions of ${slides} slides compared slide by slide, p95`,
      measured: await p95(compare),
      floor: await p95((round) =>
        pool.query("SELECT markdown FROM deck_version WHERE id = ANY($1::uuid[])", [[ids.at(round % ids.length), ids.at(-1)]]),
      ),
      unit: "ms",
      against: "SELECT of both texts, p95",
    },
  ];
}

/** A deck in which every version has another word on one slide. */
function textOf(version: number): string {
  const parts = Array.from({ length: slides }, (_, index) => {
    const edits = Math.floor((version + slides - index - 1) / slides);
    return `# Slide ${index + 1}\n\n- what it says, edited ${edits} times\n- and another point that nobody touches\n`;
  });
  return parts.join("\n---\n\n");
}

function slidesOf({ markdown, slideIds }: VersionText) {
  const deck = parseDeck(markdown);
  const cores = slideCores(deck);
  return deck.slides.map(({ title }, index) => ({
    id: slideIds[index] ?? undefined,
    title,
    text: deck.source.slice(cores[index]?.start, cores[index]?.end),
  }));
}

const insertSql = `
  INSERT INTO deck_version (deck_id, generation, seq, kind, name, markdown, slides, created_at)
  VALUES ($1, 1, $2::int, 'kept', 'Version ' || $2::int, $3, $4, now() - make_interval(mins => 10 * (501 - $2::int)))`;

const slidesSql = `
  INSERT INTO version_slide (version_id, position, slide_id, text_hash)
  SELECT v.id, s.position, s.id, s.text_hash FROM deck_version v JOIN slide s ON s.deck_id = v.deck_id WHERE v.deck_id = $1 AND v.kind = 'kept'`;

const rowsSql =
  "SELECT id, kind, name, author_id, author_ids, slides, created_at FROM deck_version WHERE deck_id = $1 ORDER BY created_at DESC, id DESC";
