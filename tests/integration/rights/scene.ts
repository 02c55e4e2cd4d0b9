import { deckIdSchema, teamIdSchema, type DeckId, type TeamId } from "@/lib/api/ids";
import type { DeckRight, TeamRole } from "@/lib/workspace/policies";
import { openHouse, stranger, userOf, type Actor, type House } from "@/tests/integration/api/house";

/** What somebody is to a deck; the order is that of the answers in every row of a deck. */
export const standings = ["owner", "edit", "present", "comment", "view", "nothing", "signed out"] as const;
export type Standing = (typeof standings)[number];

/** What somebody is to a team, in the order of the answers in every row of a team. */
export const teamStandings = ["owner", "admin", "member", "guest", "nothing", "signed out"] as const;
export type TeamStanding = (typeof teamStandings)[number];

/** Who asks where it matters only whether somebody is signed in. */
export const doors = ["account", "guest", "signed out"] as const;
export type Door = (typeof doors)[number];

/** Somebody who asks, and what they are to the deck that they ask for. */
export interface Column<As> {
  readonly who: string;
  readonly as: As;
  readonly actor: Actor;
}

export interface SceneDeck {
  readonly id: DeckId;
  /** Kept with the deck, for what has an address of its own. */
  readonly talkId: string;
  readonly versionId: string;
  readonly slideId: string;
  readonly fileUrl: string;
  readonly publicSlug: string;
  readonly owner: Actor;
}

export interface Scene {
  readonly house: House;
  /** A deck of a person, asked for by everybody in `ownColumns`, and one of a team, by everybody in `teamDeckColumns`. */
  readonly own: SceneDeck;
  readonly teams: SceneDeck;
  readonly ownColumns: readonly Column<Standing>[];
  readonly teamDeckColumns: readonly Column<Standing>[];
  readonly teamId: TeamId;
  readonly teamSlug: string;
  /** Of the deck's owner, who is in no way in the team. */
  readonly otherTeamId: TeamId;
  readonly teamColumns: readonly Column<TeamStanding>[];
  readonly doorColumns: readonly Column<Door>[];
  /** A new person who is nothing to anybody. */
  readonly newPerson: () => Promise<Actor>;
  readonly give: (deckId: DeckId, actor: Actor, right: DeckRight) => Promise<void>;
  readonly joinTeam: (teamId: TeamId, actor: Actor, role: TeamRole) => Promise<void>;
}

/** Words that nobody may meet who has no right to them: in slides, in a hidden slide and the notes, in the name of a link. */
export const canaries = { slides: "CANARY-IN-SLIDES", text: "CANARY-IN-NOTES", link: "CANARY-IN-LINK" } as const;

export const sceneMarkdown = `# ${canaries.slides}

![A dot](dot.svg)

<!-- ${canaries.text} -->

---

<!-- _hidden: true -->

# Hidden ${canaries.text}

---

# Last

## One

Text

## Two

Text
`;

/** People in every standing, by every way to come to it, and decks that they ask for. */
export async function openScene(): Promise<Scene> {
  const house = await openHouse();
  const { pool } = house;
  const newPerson = async () => {
    const actor = await house.guest();
    await pool.query("UPDATE person SET is_anonymous = false, name = 'Somebody' WHERE id = $1", [actor.userId]);
    return actor;
  };
  const give: Scene["give"] = async (deckId, actor, right) => {
    await pool.query(`INSERT INTO deck_grant (deck_id, user_id, "right") VALUES ($1, $2, $3)`, [deckId, actor.userId, right]);
  };
  const joinTeam: Scene["joinTeam"] = async (teamId, actor, role) => {
    await pool.query("INSERT INTO team_member (team_id, user_id, role) VALUES ($1, $2, $3)", [teamId, actor.userId, role]);
  };
  const makeTeam = async (slug: string) => {
    const { rows } = await pool.query("INSERT INTO team (name, slug) VALUES ($1, $1) RETURNING id", [slug]);
    return teamIdSchema.parse(rows[0].id);
  };
  const [owner, teamOwner, outsider, guest] = [await newPerson(), await newPerson(), await newPerson(), await house.guest()];
  const teamId = await makeTeam("the-team");
  await joinTeam(teamId, teamOwner, "owner");
  const otherTeamId = await makeTeam("another-team");
  await joinTeam(otherTeamId, owner, "owner");
  const [own, teams] = [await makeDeck(house, owner), await makeDeck(house, teamOwner)];
  await pool.query("UPDATE deck SET owner_user_id = NULL, owner_team_id = $2 WHERE id = $1", [teams.id, teamId]);

  const ownColumns: Column<Standing>[] = [{ who: "owner", as: "owner", actor: owner }];
  for (const right of ["edit", "present", "comment", "view"] as const) {
    const person = await newPerson();
    await give(own.id, person, right);
    const joiner = await house.guest();
    await house.join(joiner, await tokenOf(house, owner, own.id, right));
    ownColumns.push({ who: `${right}, by name`, as: right, actor: person }, { who: `${right}, by link as a guest`, as: right, actor: joiner });
  }
  const sharedTeam = await makeTeam("shared-with");
  await pool.query(`INSERT INTO deck_grant (deck_id, team_id, "right") VALUES ($1, $2, 'comment')`, [own.id, sharedTeam]);
  const [sharedMember, sharedGuest, former, formerJoiner] = [await newPerson(), await newPerson(), await newPerson(), await house.guest()];
  await joinTeam(sharedTeam, sharedMember, "member");
  await joinTeam(sharedTeam, sharedGuest, "guest");
  await give(own.id, former, "edit");
  await pool.query("DELETE FROM deck_grant WHERE user_id = $1", [former.userId]);
  const ended = await tokenOf(house, owner, own.id, "edit");
  await house.join(formerJoiner, ended);
  await pool.query("UPDATE deck_link SET expires_at = now() WHERE token = $1", [ended]);
  const none = (who: string, actor: Actor): Column<Standing> => ({ who, as: "nothing", actor });
  ownColumns.push(
    { who: "member of a team it is shared with", as: "comment", actor: sharedMember },
    none("outside guest of a team it is shared with", sharedGuest),
    none("former co-author", former),
    none("guest whose link has ended", formerJoiner),
    none("stranger with an account", outsider),
    none("guest", guest),
    { who: "signed out", as: "signed out", actor: stranger() },
  );

  const [admin, member, teamGuest, formerMember] = [await newPerson(), await newPerson(), await newPerson(), await newPerson()];
  await joinTeam(teamId, admin, "admin");
  await joinTeam(teamId, member, "member");
  await joinTeam(teamId, teamGuest, "guest");
  await joinTeam(teamId, formerMember, "admin");
  await pool.query("DELETE FROM team_member WHERE user_id = $1", [formerMember.userId]);
  return {
    house,
    own,
    teams,
    ownColumns,
    teamDeckColumns: [
      { who: "owner of the team", as: "owner", actor: teamOwner },
      { who: "admin of the team", as: "owner", actor: admin },
      { who: "member of the team", as: "edit", actor: member },
      none("outside guest of the team", teamGuest),
      none("former admin of the team", formerMember),
      none("owner of another deck", owner),
      { who: "signed out", as: "signed out", actor: stranger() },
    ],
    teamId,
    teamSlug: "the-team",
    otherTeamId,
    teamColumns: [
      { who: "owner", as: "owner", actor: teamOwner },
      { who: "admin", as: "admin", actor: admin },
      { who: "member", as: "member", actor: member },
      { who: "outside guest", as: "guest", actor: teamGuest },
      { who: "former admin", as: "nothing", actor: formerMember },
      { who: "stranger with an account", as: "nothing", actor: outsider },
      { who: "guest", as: "nothing", actor: guest },
      { who: "signed out", as: "signed out", actor: stranger() },
    ],
    doorColumns: [
      { who: "account", as: "account", actor: outsider },
      { who: "guest", as: "guest", actor: guest },
      { who: "signed out", as: "signed out", actor: stranger() },
    ],
    newPerson,
    give,
    joinTeam,
  };
}

async function tokenOf(house: House, owner: Actor, deckId: DeckId, right: DeckRight): Promise<string> {
  const link = await house.createLink(owner, deckId, { kind: "join", right, label: canaries.link });
  return link.kind === "join" ? link.token : "";
}

/** A deck with a file, a version, a talk, an import and a public link. */
async function makeDeck(house: House, owner: Actor): Promise<SceneDeck> {
  const { pool } = house;
  const { id } = await house.createDeck(owner, { markdown: sceneMarkdown, title: canaries.slides });
  const first = async (sql: string, values: readonly unknown[] = [id]): Promise<string> => (await pool.query(sql, [...values])).rows[0].id;
  const link = await house.createLink(owner, id, { kind: "public", label: canaries.link });
  const versionId = await first("INSERT INTO deck_version (deck_id, generation, seq, name, markdown) VALUES ($1, 1, 1, 'Kept', $2) RETURNING id", [
    id,
    sceneMarkdown,
  ]);
  await pool.query("INSERT INTO deck_import (deck_id, source, dialect, confidence, evidence, notices) VALUES ($1, $2, 'marp', 1, '{}', 0)", [
    id,
    sceneMarkdown,
  ]);
  await pool.query("INSERT INTO diagram (deck_id, hash, renderer, svg) VALUES ($1, 'abc', 'any', '<svg/>')", [id]);
  const sha256 = "ab".repeat(32);
  const keep = "INSERT INTO deck_blob (deck_id, sha256, bytes) VALUES ($1, $2, '\\x3c7376672f3e')";
  // The file, and a smaller size of it as if it were a photograph.
  for (const key of [sha256, `${sha256}-640`]) await pool.query(keep, [id, key]);
  await pool.query(
    "INSERT INTO deck_file (deck_id, path, sha256, media_type, byte_count, width) VALUES ($1, 'dot.svg', $2, 'image/svg+xml', 6, 2000)",
    [id, sha256],
  );
  return {
    id: deckIdSchema.parse(id),
    talkId: await first("INSERT INTO talk (deck_id, version_id, driver_id, anchor) VALUES ($1, $2, $3, $4) RETURNING id", [
      id,
      versionId,
      userOf(owner),
      canaries.slides.toLowerCase(),
    ]),
    versionId,
    slideId: await first("SELECT id FROM slide WHERE deck_id = $1 AND gone_seq IS NULL ORDER BY position DESC LIMIT 1"),
    fileUrl: `/decks/${id}/files/dot.svg`,
    publicSlug: link.kind === "public" ? link.slug : "",
    owner,
  };
}
