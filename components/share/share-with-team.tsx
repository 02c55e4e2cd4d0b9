"use client";
import { UsersRound } from "lucide-react";
import { useEffect, useState } from "react";
import type { People } from "@/components/share/use-people";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { DeckPeople } from "@/lib/api/people";
import { setTeamRight } from "@/lib/api/people-client";
import type { TeamInfo } from "@/lib/api/teams";
import { listTeams } from "@/lib/api/teams-client";
import { mayInTeam } from "@/lib/workspace/policies";

/** Shares the deck with all members of one of my teams. Shows only where there is such a team left. */
export function ShareWithTeam({ deckId, people, act }: { readonly deckId: string; readonly people: DeckPeople } & Pick<People, "act">) {
  const mine = useMyTeams();
  const there = new Set([...people.teams.map(({ teamId }) => teamId), ...(people.owner.kind === "team" ? [people.owner.teamId] : [])]);
  const left = mine.filter(({ id, role }) => !there.has(id) && mayInTeam(role, "addDecks"));
  if (left.length === 0) return null;
  return (
    <Menu
      trigger={
        <Button variant="ghost" size="sm" className="mt-1 -ml-1 text-dim">
          <UsersRound aria-hidden="true" />
          Share with a team
        </Button>
      }
    >
      {left.map(({ id, name, members }) => (
        <MenuItem
          key={id}
          icon={UsersRound}
          hint={members === 1 ? "Only you" : `${members} people`}
          onClick={() => void act(() => setTeamRight(deckId, id, { right: "edit" }).then(() => `Everybody in ${name} can edit this deck now.`))}
        >
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** Empty while they load, and where they can't: then nothing is offered. */
function useMyTeams(): readonly TeamInfo[] {
  const [teams, setTeams] = useState<readonly TeamInfo[]>([]);
  useEffect(() => {
    const leaving = new AbortController();
    listTeams({ signal: leaving.signal }).then(
      (answer) => setTeams(answer.teams),
      () => undefined,
    );
    return () => leaving.abort();
  }, []);
  return teams;
}
