import { deckCoverSchema, type DeckInfo } from "@/lib/api/decks";
import { deckIdSchema, folderIdSchema, teamIdSchema, type UserId } from "@/lib/api/ids";
import { namelessGuest } from "@/lib/collab/protocol/person-name";
import type { DeckRole } from "@/lib/workspace/policies";

/** Columns of a deck as lists show it to the person `$1`; needs `deck d` and `deckInfoJoinsSql`. */
export const deckInfoColumnsSql = `
  d.id, d.name, d.created_at, d.last_edited_at, d.trashed_at, d.owner_user_id, d.owner_team_id,
  d.folder_id, d.tags, d.is_template, dm.starred_at IS NOT NULL AS starred,
  op.name AS owner_person_name, ot.name AS owner_team_name, ot.slug AS owner_team_slug, ep.name AS editor_name,
  t.title, t.cover_html, t.cover_theme, t.cover_scheme, t.cover_aspect_ratio, t.slides, t.words`;

export const deckInfoJoinsSql = `
  JOIN deck_text t ON t.deck_id = d.id
  LEFT JOIN person op ON op.id = d.owner_user_id
  LEFT JOIN team ot ON ot.id = d.owner_team_id
  LEFT JOIN person ep ON ep.id = d.last_edited_by
  LEFT JOIN deck_mark dm ON dm.deck_id = d.id AND dm.user_id = $1`;

export interface DeckInfoRow {
  readonly id: string;
  readonly name: string | null;
  readonly created_at: Date;
  readonly last_edited_at: Date;
  readonly trashed_at: Date | null;
  readonly owner_user_id: string | null;
  readonly owner_team_id: string | null;
  readonly folder_id: string | null;
  readonly tags: readonly string[];
  readonly is_template: boolean;
  readonly starred: boolean;
  readonly owner_person_name: string | null;
  readonly owner_team_name: string | null;
  readonly owner_team_slug: string | null;
  readonly editor_name: string | null;
  readonly title: string;
  readonly cover_html: string;
  readonly cover_theme: string;
  readonly cover_scheme: string;
  readonly cover_aspect_ratio: string;
  readonly slides: number;
  readonly words: number;
}

/** A row as the API shows it to somebody in this role. */
export function toDeckInfo(row: DeckInfoRow, { role, userId }: { readonly role: DeckRole; readonly userId: UserId }): DeckInfo {
  return {
    id: deckIdSchema.parse(row.id),
    title: row.name ?? row.title,
    name: row.name,
    role,
    owner:
      row.owner_team_id === null
        ? { kind: "person", id: null, name: row.owner_person_name || namelessGuest, isYou: row.owner_user_id === userId, slug: null }
        : { kind: "team", id: teamIdSchema.parse(row.owner_team_id), name: row.owner_team_name ?? "", isYou: false, slug: row.owner_team_slug },
    cover: deckCoverSchema.parse({
      html: row.cover_html,
      theme: row.cover_theme,
      scheme: row.cover_scheme,
      aspectRatio: row.cover_aspect_ratio,
    }),
    slides: row.slides,
    words: row.words,
    createdAt: row.created_at.toISOString(),
    lastEditedAt: row.last_edited_at.toISOString(),
    lastEditedBy: row.editor_name === null ? null : row.editor_name || namelessGuest,
    folderId: row.folder_id === null ? null : folderIdSchema.parse(row.folder_id),
    tags: [...row.tags],
    isTemplate: row.is_template,
    isStarred: row.starred,
    trashedAt: row.trashed_at?.toISOString() ?? null,
  };
}
