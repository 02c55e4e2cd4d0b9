import type { Pool } from "pg";
import { talkIdSchema, userIdSchema, versionIdSchema, type TalkId, type UserId, type VersionId } from "@/lib/api/ids";
import { shownSlides } from "@/lib/workspace/talks/shown-slides";
import { runningSql } from "@/lib/workspace/talks/talk-row";

/** A slide that was on screen in a talk, once; one that was shown again later is another visit. */
export interface Visit {
  readonly talkId: TalkId;
  readonly versionId: VersionId;
  /** From 1, among the slides that its version shows. */
  readonly slide: number;
  readonly anchor: string;
  readonly driver: { readonly id: UserId; readonly name: string } | null;
  readonly at: Date;
  /** Until the next one, the end of the talk, or now: whole ones, which add up to those of the talk. */
  readonly seconds: number;
}

/** What a talk has shown, in the order in which it did. */
export async function listVisits(pool: Pick<Pool, "query">, talkId: TalkId): Promise<readonly Visit[]> {
  const { rows } = await pool.query<Row>(
    `SELECT s.talk_id, s.version_id, s.slide, s.anchor, s.driver_id, p.name AS driver_name, s.at,
            ${secondOf(`lead(s.at, 1, CASE WHEN ${runningSql} THEN now() ELSE coalesce(k.ended_at, k.moved_at) END) OVER (ORDER BY s.rev)`)} - ${secondOf("s.at")} AS seconds
       FROM talk_visit s JOIN talk k ON k.id = s.talk_id LEFT JOIN person p ON p.id = s.driver_id WHERE s.talk_id = $1 ORDER BY s.rev`,
    [talkId],
  );
  return rows.map((row) => ({
    talkId: talkIdSchema.parse(row.talk_id),
    versionId: versionIdSchema.parse(row.version_id),
    slide: row.slide,
    anchor: row.anchor,
    driver: row.driver_id === null ? null : { id: userIdSchema.parse(row.driver_id), name: row.driver_name ?? "" },
    at: row.at,
    seconds: Math.max(0, row.seconds),
  }));
}

/** Which second of the talk a moment is in; as in JavaScript, moments have milliseconds. */
function secondOf(moment: string): string {
  return `floor(extract(epoch FROM date_trunc('milliseconds', ${moment}) - date_trunc('milliseconds', k.started_at)))::int`;
}

/** A slide of a running talk as a latecomer reads of it. */
export interface SlideSoFar {
  readonly slide: number;
  readonly anchor: string;
  readonly title: string;
  readonly seconds: number;
}

/** What was shown so far of the version that is shown now: each slide once, in the deck's order, and none that was not shown. */
export async function slidesSoFar(
  pool: Pick<Pool, "query">,
  talk: { readonly id: TalkId; readonly versionId: VersionId },
): Promise<readonly SlideSoFar[]> {
  const { anchors, titles } = await shownSlides(pool, talk.versionId);
  const seconds = new Map<string, number>();
  for (const visit of await listVisits(pool, talk.id)) seconds.set(visit.anchor, (seconds.get(visit.anchor) ?? 0) + visit.seconds);
  return anchors.flatMap((anchor, index) => {
    const onScreen = seconds.get(anchor);
    return onScreen === undefined ? [] : [{ slide: index + 1, anchor, title: titles[index] ?? "", seconds: onScreen }];
  });
}

interface Row {
  readonly talk_id: string;
  readonly version_id: string;
  readonly slide: number;
  readonly anchor: string;
  readonly driver_id: string | null;
  readonly driver_name: string | null;
  readonly at: Date;
  readonly seconds: number;
}
