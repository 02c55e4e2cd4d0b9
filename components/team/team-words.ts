import type { TeamInfo } from "@/lib/api/teams";
import type { TeamRole } from "@/lib/workspace/policies";

export interface TeamWords {
  readonly name: string;
  /** What somebody in this role can do. */
  readonly explanation: string;
  /** The same to somebody who is invited. */
  readonly offer: string;
}

/** What each role in a team is called. */
export const teamWords: Readonly<Record<TeamRole, TeamWords>> = {
  owner: {
    name: "Owner",
    explanation: "Does everything with the team and its decks; hands it over or deletes it.",
    offer: "You do everything with the team and its decks.",
  },
  admin: {
    name: "Admin",
    explanation: "Invites people, changes their roles, owns the team’s decks along with the owner.",
    offer: "You invite people, and own the team’s decks along with its owner.",
  },
  member: {
    name: "Member",
    explanation: "Sees and edits all decks of the team, and adds new ones.",
    offer: "You see and edit all decks of the team, and add your own.",
  },
  guest: {
    name: "Outside guest",
    explanation: "Sees only the decks that are shared with them by name.",
    offer: "You come from outside: you see the decks that the team shares with you.",
  },
};

/** Roles that can be given; who owns the team hands it over. */
export const givenRoles = ["admin", "member", "guest"] as const satisfies readonly TeamRole[];

/** What becomes of a team's decks when its owner deletes it. */
export function deletionWords({ decks, members }: Pick<TeamInfo, "decks" | "members">): string {
  const yours = decks === 0 ? "It has no decks." : decks === 1 ? "Its deck becomes yours." : `Its ${decks} decks become yours.`;
  const others = members - 1;
  const lost = others === 0 || decks === 0 ? "" : others === 1 ? " One other person loses them." : ` ${others} others lose them.`;
  return `${yours}${decks === 1 ? lost.replace("them", "it") : lost} This can’t be undone.`;
}
