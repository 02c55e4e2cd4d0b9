import { deckIdSchema, type DeckId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";
import { linkStateOf } from "@/lib/workspace/links/deck-link";

/** What stands behind `/p/<slug>`. */
export type PublicDeck =
  | { readonly state: "missing" }
  | { readonly state: "withdrawn" }
  | {
      readonly state: "there";
      readonly linkId: string;
      readonly deckId: DeckId;
      /** The deck's own name; null where the title in its text counts. */
      readonly name: string | null;
      /** Latest settled text, or that of the version the link is frozen at. Holds the speaker notes: never send it. */
      readonly markdown: string;
    };

/** Looks up a public link. A deck in the trash counts as withdrawn. */
export async function findPublicDeck({ prisma }: Pick<Database, "prisma">, slug: string, { now }: { readonly now: Date }): Promise<PublicDeck> {
  const link = await prisma.link.findUnique({
    where: { token: slug },
    include: { version: { select: { markdown: true } }, deck: { include: { text: { select: { markdown: true } } } } },
  });
  if (!link || link.kind !== "public") return { state: "missing" };
  if (linkStateOf(link, { now }) !== "in-force" || link.deck.trashedAt !== null) return { state: "withdrawn" };
  const text = link.versionId === null ? link.deck.text : link.version;
  if (!text) return { state: "missing" };
  return { state: "there", linkId: link.id, deckId: deckIdSchema.parse(link.deckId), name: link.deck.name, markdown: text.markdown };
}

/** Notes that somebody looked, at most once a minute a link: a hall of people is one write. */
export async function notePublicVisit({ pool }: Pick<Database, "pool">, linkId: string): Promise<void> {
  await pool.query(
    "UPDATE deck_link SET last_used_at = now() WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')",
    [linkId],
  );
}
