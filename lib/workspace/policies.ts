/**
 * The whole role matrix on one screen: pure, so that buttons and handlers ask the same table.
 * A person's right on a deck is the highest they hold by ownership, team or grant; none at all means 404.
 */
export const deckRights = ["view", "comment", "present", "edit"] as const;
export type DeckRight = (typeof deckRights)[number];

/** What somebody is to a deck. */
export type DeckRole = DeckRight | "owner";

export type DeckAction =
  | "read"
  | "readNotes"
  | "exportMarkdown"
  | "comment"
  | "moderate"
  | "drive"
  | "edit"
  | "addFiles"
  | "rename"
  | "organize"
  | "share"
  | "publish"
  | "readHistory"
  | "keepVersion"
  | "restore"
  | "trash"
  | "transfer";

const allowed: Readonly<Record<DeckAction, readonly DeckRole[]>> = {
  //               view      comment      present      edit      owner
  read:           ["view",  "comment",   "present",   "edit",   "owner"],
  readNotes:      [         "comment",   "present",   "edit",   "owner"],
  exportMarkdown: [         "comment",   "present",   "edit",   "owner"],
  comment:        [         "comment",   "present",   "edit",   "owner"],
  moderate:       [                                             "owner"],
  drive:          [                      "present",   "edit",   "owner"],
  edit:           [                                   "edit",   "owner"],
  addFiles:       [                                   "edit",   "owner"],
  rename:         [                                   "edit",   "owner"],
  organize:       [                                   "edit",   "owner"],
  share:          [                                   "edit",   "owner"],
  publish:        [                                   "edit",   "owner"],
  readHistory:    [         "comment",   "present",   "edit",   "owner"],
  keepVersion:    [                                   "edit",   "owner"],
  restore:        [                                   "edit",   "owner"],
  trash:          [                                             "owner"],
  transfer:       [                                             "owner"],
};

/** May somebody in this role do this? */
export function may(role: DeckRole, action: DeckAction): boolean {
  return allowed[action].includes(role);
}

const order: readonly DeckRole[] = ["view", "comment", "present", "edit", "owner"];

/** What somebody is in a team. One owns it; a guest comes from outside and sees nothing of it but its name and people. */
export const teamRoles = ["guest", "member", "admin", "owner"] as const;
export type TeamRole = (typeof teamRoles)[number];

export type TeamAction = "see" | "addDecks" | "invite" | "manage" | "own";

const allowedInTeam: Readonly<Record<TeamAction, readonly TeamRole[]>> = {
  //          guest      member      admin      owner
  see:      ["guest",   "member",   "admin",   "owner"],
  addDecks: [           "member",   "admin",   "owner"],
  invite:   [                       "admin",   "owner"],
  manage:   [                       "admin",   "owner"],
  own:      [                                  "owner"],
};

/** May somebody in this role of a team do this there? */
export function mayInTeam(role: TeamRole, action: TeamAction): boolean {
  return allowedInTeam[action].includes(role);
}

/** What a member of a team is to the team's decks. An outside guest holds nothing by membership, only by grants. */
export function roleOnTeamDecks(memberRole: string): DeckRole | undefined {
  if (memberRole === "owner" || memberRole === "admin") return "owner";
  return memberRole === "member" ? "edit" : undefined;
}

/** The highest of several roles; undefined where there is none. */
export function highestRole(roles: readonly DeckRole[]): DeckRole | undefined {
  return order.findLast((role) => roles.includes(role));
}

/**
 * What a role counts as on the collaboration socket: presenters comment there, owners edit. The socket carries the
 * whole text with its speaker notes, so whoever may not read those has no place on it.
 */
export function socketRole(role: DeckRole): "comment" | "edit" | undefined {
  if (!may(role, "readNotes")) return undefined;
  return may(role, "edit") ? "edit" : "comment";
}
