"use client";
import { ChevronDown, Crown, UserRoundX } from "lucide-react";
import { useState } from "react";
import { PersonAvatar } from "@/components/account/person-avatar";
import { givenRoles, teamWords } from "@/components/team/team-words";
import type { TeamState } from "@/components/team/use-team";
import { Panel } from "@/components/team/workspace-page";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Menu, MenuItem } from "@/components/ui/menu";
import { MenuChoice, MenuLine } from "@/components/ui/menu-parts";
import { nameWithin } from "@/lib/collab/protocol/person-name";
import { maxPeoplePerTeam } from "@/lib/api/limits";
import type { TeamPage, TeamPerson } from "@/lib/api/teams";
import { removeMember, setTeamOwner, setTeamRole } from "@/lib/api/teams-client";
import { mayInTeam } from "@/lib/workspace/policies";

/** So many are counted at a glance. */
const countedFrom = 50;

/** Who is in the team, and what they are there. */
export function TeamPeople({ team, act }: TeamState) {
  return (
    <Panel title="People" {...(team.people.length < countedFrom ? {} : { hint: `${team.people.length} of up to ${maxPeoplePerTeam}.` })}>
      <ul aria-label="People of the team" className="divide-y divide-line">
        {team.people.map((person) => (
          <li key={person.userId} className="flex min-h-14 items-center gap-3 px-4 py-2">
            <PersonAvatar id={person.userId} name={person.name} />
            <span className="min-w-0 flex-1">
              <span className="block truncate">{person.isYou ? `${person.name} (you)` : person.name}</span>
              {person.email === null ? null : <span className="block truncate text-[13px] text-dim">{person.email}</span>}
            </span>
            <RoleOf team={team} person={person} act={act} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface RoleOfProps extends Pick<TeamState, "act"> {
  readonly team: TeamPage;
  readonly person: TeamPerson;
}

function RoleOf({ team, person, act }: RoleOfProps) {
  const { userId, name, role } = person;
  const [asked, setAsked] = useState<"remove" | "transfer">();
  const words = teamWords[role].name;
  const hasLinks = team.invitations.some(({ email }) => email === null);
  const withLinks = hasLinks ? " Open links into the team are withdrawn: they may have one." : "";
  if (role === "owner" || person.isYou || !mayInTeam(team.role, "manage")) return <span className="text-[13px] text-dim">{words}</span>;
  return (
    <>
      <Menu
        align="end"
        className="w-64"
        trigger={
          <Button variant="ghost" aria-label={`${name}: ${words}`} className="text-dim">
            {words}
            <ChevronDown aria-hidden="true" />
          </Button>
        }
      >
        <MenuChoice
          label="Role"
          value={role}
          choices={roleChoices}
          onChange={(next) => void act(() => setTeamRole(team.id, userId, { role: next }).then(() => `${name}: ${teamWords[next].name}.`))}
        />
        <MenuLine />
        {team.role === "owner" && role !== "guest" ? (
          <MenuItem icon={Crown} onClick={() => setAsked("transfer")}>
            Make owner of the team…
          </MenuItem>
        ) : null}
        <MenuItem icon={UserRoundX} isDangerous onClick={() => setAsked("remove")}>
          Remove from the team…
        </MenuItem>
      </Menu>
      <ConfirmDialog
        isOpen={asked === "remove"}
        onOpenChange={() => setAsked(undefined)}
        title={`Remove ${nameWithin(name)} from the team?`}
        sentence={`They lose the team’s decks at once, also where they have one open. Decks they wrote stay with the team.${withLinks}`}
        act="Remove"
        isDangerous
        onConfirm={() => void act(() => removeMember(team.id, userId).then(() => `${name} is not in the team any more.`))}
      />
      <ConfirmDialog
        isOpen={asked === "transfer"}
        onOpenChange={() => setAsked(undefined)}
        title={`Make ${nameWithin(name)} the owner of “${team.name}”?`}
        sentence="They alone can delete the team or hand it on then. You stay as an admin."
        act="Make owner"
        onConfirm={() => void act(() => setTeamOwner(team.id, userId).then(() => `${name} owns the team now.`))}
      />
    </>
  );
}

const roleChoices = givenRoles.map((value) => ({ value, label: teamWords[value].name }));
