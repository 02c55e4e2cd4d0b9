import { expect, test } from "vitest";
import { highestRole, may, mayInTeam, roleOnTeamDecks, teamRoles, socketRole, type DeckAction, type DeckRole } from "@/lib/workspace/policies";

const roles: readonly DeckRole[] = ["view", "comment", "present", "edit", "owner"];
const actions: readonly DeckAction[] = [
  "read",
  "readNotes",
  "exportMarkdown",
  "comment",
  "drive",
  "edit",
  "addFiles",
  "rename",
  "organize",
  "share",
  "publish",
  "readHistory",
  "keepVersion",
  "restore",
  "trash",
  "transfer",
];

test("what a role may, every higher role may too", () => {
  for (const action of actions) {
    const answers = roles.map((role) => may(role, action));
    expect(answers.slice(answers.indexOf(true)), action).not.toContain(false);
  }
});

test("viewers get neither notes nor source", () => {
  expect(actions.filter((action) => may("view", action))).toEqual(["read"]);
});

test("only owners trash and hand over", () => {
  expect(actions.filter((action) => !may("edit", action))).toEqual(["trash", "transfer"]);
});

test("the highest of several roles counts", () => {
  expect(highestRole(["view", "edit", "comment"])).toBe("edit");
  expect(highestRole([])).toBeUndefined();
});

test("on the socket presenters comment, owners edit, and whoever may not read the notes has no place", () => {
  expect(roles.map(socketRole)).toEqual([undefined, "comment", "comment", "edit", "edit"]);
});

test("what a role of a team may, every higher role may too, and a guest only sees who is there", () => {
  const acts = ["see", "addDecks", "invite", "manage", "own"] as const;
  for (const act of acts) {
    const answers = teamRoles.map((role) => mayInTeam(role, act));
    expect(answers.slice(answers.indexOf(true)), act).not.toContain(false);
  }
  expect(acts.filter((act) => mayInTeam("guest", act))).toEqual(["see"]);
});

test.each([
  ["owner", "owner"],
  ["admin", "owner"],
  ["member", "edit"],
  ["guest", undefined],
  ["", undefined],
])("team role %j holds %s on the team's decks", (memberRole, role) => {
  expect(roleOnTeamDecks(memberRole)).toBe(role);
});
