import { linkIdSchema, teamIdSchema, userIdSchema, type DeckId, type UserId } from "@/lib/api/ids";
import type { DeckPeople } from "@/lib/api/people";
import type { Database } from "@/lib/workspace/database";
import { namelessGuest } from "@/lib/collab/protocol/person-name";
import { deckNotFound } from "@/lib/workspace/decks/role";
import { readInvitations } from "@/lib/workspace/invitations/invitation-row";
import { deckRights, type DeckRight } from "@/lib/workspace/policies";

/** Who has access to a deck, and how they came by it; rights by links that ended are not told. */
export async function listDeckPeople(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { userId, origin }: { readonly userId: UserId; readonly origin: string },
): Promise<DeckPeople> {
  const [owners, grants, invitations] = await Promise.all([
    pool.query<OwnerRow>(ownerSql, [deckId]),
    pool.query<GrantRow>(grantsSql, [deckId]),
    readInvitations(pool, { deckId }, { origin }),
  ]);
  const [owner] = owners.rows;
  if (!owner) throw deckNotFound();
  return {
    owner: toOwner(owner, userId),
    people: toPeople(grants.rows, userId),
    teams: grants.rows.flatMap(({ team_id: id, name, right, members }) =>
      id === null ? [] : [{ teamId: teamIdSchema.parse(id), name: name ?? "", right, members }],
    ),
    invitations: [...invitations],
  };
}

interface OwnerRow {
  readonly user_id: string | null;
  readonly team_id: string | null;
  readonly name: string | null;
  readonly slug: string | null;
  readonly is_guest: boolean;
  readonly members: number;
}

interface GrantRow {
  readonly user_id: string | null;
  readonly team_id: string | null;
  readonly name: string | null;
  readonly is_guest: boolean;
  readonly right: DeckRight;
  readonly link_id: string | null;
  readonly label: string | null;
  readonly members: number;
}

const membersSql = "(SELECT count(*)::int FROM team_member m WHERE m.team_id = t.id AND m.role <> 'guest')";

const ownerSql = `
  SELECT p.id AS user_id, t.id AS team_id, coalesce(p.name, t.name) AS name, t.slug, coalesce(p.is_anonymous, false) AS is_guest, ${membersSql} AS members
    FROM deck d LEFT JOIN person p ON p.id = d.owner_user_id LEFT JOIN team t ON t.id = d.owner_team_id WHERE d.id = $1`;

const grantsSql = `
  SELECT g.user_id, g.team_id, coalesce(p.name, t.name) AS name, coalesce(p.is_anonymous, false) AS is_guest, g."right",
         l.id AS link_id, l.label, ${membersSql} AS members
    FROM deck_grant g LEFT JOIN person p ON p.id = g.user_id LEFT JOIN team t ON t.id = g.team_id LEFT JOIN deck_link l ON l.id = g.via_link_id
   WHERE g.deck_id = $1 AND (l.id IS NULL OR (l.revoked_at IS NULL AND (l.expires_at IS NULL OR l.expires_at > now())))
   ORDER BY g.created_at, g.id`;

function toOwner(row: OwnerRow, asker: UserId): DeckPeople["owner"] {
  if (row.team_id !== null) {
    return { kind: "team", teamId: teamIdSchema.parse(row.team_id), name: row.name ?? "", slug: row.slug ?? "", members: row.members };
  }
  const userId = userIdSchema.parse(row.user_id);
  return { kind: "person", userId, name: row.name || namelessGuest, isGuest: row.is_guest, isYou: userId === asker };
}

/** One entry a person, however many ways in they have. */
function toPeople(rows: readonly GrantRow[], asker: UserId): DeckPeople["people"] {
  const people = new Map<string, DeckPeople["people"][number]>();
  for (const { user_id: id, name, is_guest: isGuest, right, link_id: linkId, label } of rows) {
    if (id === null) continue;
    const known = people.get(id);
    const links = linkId === null ? [] : [{ linkId: linkIdSchema.parse(linkId), label, right }];
    const userId = userIdSchema.parse(id);
    people.set(id, {
      ...(known ?? { userId, name: name || namelessGuest, isGuest, isYou: userId === asker }),
      right: known && deckRights.indexOf(known.right) > deckRights.indexOf(right) ? known.right : right,
      links: [...(known?.links ?? []), ...links],
    });
  }
  return [...people.values()];
}
