import type { DeckId, UserId } from "@/lib/api/ids";
import { reviewListSchema, type ReviewList } from "@/lib/api/reviews";
import type { Database } from "@/lib/workspace/database";
import { namelessGuest } from "@/lib/collab/protocol/person-name";

interface ReviewRow {
  readonly id: string;
  readonly position: number;
  readonly text_hash: string;
  readonly reviews: readonly { readonly hash: string; readonly verdict: string; readonly by: string; readonly userId: string; readonly at: string }[];
}

/** The slides of the settled text with what people say of them: a verdict holds for the very text that it was given to. */
export async function listReviews({ pool }: Pick<Database, "pool">, deckId: DeckId, { userId }: { readonly userId: UserId }): Promise<ReviewList> {
  const { rows } = await pool.query<ReviewRow>(listSql, [deckId]);
  return reviewListSchema.parse({
    slides: rows.map(({ id, position, text_hash, reviews }) => {
      const valid = reviews.filter(({ hash }) => hash === text_hash);
      return {
        id,
        position,
        textHash: text_hash,
        reviews: valid.map((review) => ({
          verdict: review.verdict,
          by: review.by || namelessGuest,
          isYours: review.userId === userId,
          at: new Date(review.at).toISOString(),
        })),
        outdated: reviews.length - valid.length,
      };
    }),
  });
}

const listSql = `
  SELECT s.id, s.position, s.text_hash, coalesce(a.reviews, '[]') AS reviews FROM slide s
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('hash', a.text_hash, 'verdict', a.verdict, 'by', p.name, 'userId', p.id, 'at', a.created_at) ORDER BY a.created_at) AS reviews
        FROM slide_approval a JOIN person p ON p.id = a.user_id WHERE a.slide_id = s.id
    ) a ON true
   WHERE s.deck_id = $1 AND s.gone_seq IS NULL ORDER BY s.position`;
