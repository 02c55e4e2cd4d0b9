import type { Pool } from "pg";
import { invitationDays, type Invitation } from "@/lib/api/invitations";
import type { Letter } from "@/lib/mail/letter";
import { subjectOf, type InvitedTo } from "@/lib/workspace/invitations/invitation-row";

const verbs: Readonly<Record<Invitation["word"], string>> = {
  view: "look at",
  comment: "comment on",
  present: "present",
  edit: "write",
  guest: "join",
  member: "join",
  admin: "join",
  owner: "join",
};

/** The letter that brings an invitation. */
export async function invitationLetter(pool: Pool, to: InvitedTo, invitation: Invitation & { readonly email: string }): Promise<Letter> {
  const { rows } = await pool.query<{ title: string }>(
    `SELECT coalesce(d.name, t.title, '') AS title FROM deck d LEFT JOIN deck_text t ON t.deck_id = d.id WHERE d.id = $1
     UNION ALL SELECT name FROM team WHERE id = $2`,
    [...subjectOf(to)],
  );
  const title = rows[0]?.title || "Untitled";
  const who = invitation.invitedBy ?? "Somebody";
  const what = "deckId" in to ? `${verbs[invitation.word]} “${title}” together` : `join the team “${title}”`;
  return {
    to: invitation.email,
    subject: `${who} invites you to ${"deckId" in to ? `“${title}”` : `the team “${title}”`}`,
    sentences: [`${who} invites you to ${what} in Lectern, where technical talks are written.`],
    act: { label: "Accept the invitation", url: invitation.url },
    footnote: `The invitation lasts ${invitationDays} days and is for you alone. If you don’t know who sent it, leave it alone: nothing happens.`,
  };
}
