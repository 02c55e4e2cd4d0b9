"use client";
import { ChevronRight, Plus, UsersRound } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { teamWords } from "@/components/team/team-words";
import { Panel, WorkspacePage } from "@/components/team/workspace-page";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Dialog } from "@/components/ui/dialog";
import { EmptyNote } from "@/components/ui/empty-note";
import { TextForm } from "@/components/ui/text-form";
import type { Me } from "@/lib/api/account";
import { maxNameLength } from "@/lib/api/limits";
import { teamNameSchema, type TeamInfo } from "@/lib/api/teams";
import { createTeam } from "@/lib/api/teams-client";

/** The teams that somebody is in, and the way to a new one. */
export function Teams({ me, teams }: { readonly me: Me; readonly teams: readonly TeamInfo[] }) {
  const [isMaking, setMaking] = useState(false);
  const newTeam = me.isGuest ? null : (
    <Button variant="primary" onClick={() => setMaking(true)}>
      <Plus aria-hidden="true" />
      New team
    </Button>
  );
  return (
    <WorkspacePage me={me} title="Teams" acts={teams.length === 0 ? null : newTeam}>
      {teams.length === 0 ? <NoTeams isGuest={me.isGuest}>{newTeam}</NoTeams> : <TeamList teams={teams} />}
      <NewTeamDialog isOpen={isMaking} onOpenChange={setMaking} />
    </WorkspacePage>
  );
}

function TeamList({ teams }: { readonly teams: readonly TeamInfo[] }) {
  return (
    <Panel title="Your teams" hint="Every member sees and edits a team’s decks.">
      <ul className="divide-y divide-line">
        {teams.map(({ id, name, slug, role, members, decks }) => (
          <li key={id}>
            <Link href={`/teams/${slug}`} className="flex items-center gap-3 px-4 py-3 hover:bg-hover">
              <span className="flex size-9 shrink-0 items-center justify-center rounded-md bg-accent-soft text-accent-text">
                <UsersRound className="size-[18px]" aria-hidden="true" />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block truncate text-[15px] font-medium">{name}</span>
                <span className="block text-[13px] text-dim">
                  {teamWords[role].name} · {counted(members, "person", "people")} · {counted(decks, "deck", "decks")}
                </span>
              </span>
              <ChevronRight className="size-4 text-dim" aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function NoTeams({ isGuest, children }: { readonly isGuest: boolean; readonly children: React.ReactNode }) {
  return (
    <EmptyNote
      icon={UsersRound}
      title="Decks that belong to all of you"
      sentence="A team owns its decks: whoever joins can edit them, whoever leaves takes none away. Single decks you can also share without one."
    >
      {isGuest ? (
        <ButtonLink href={`/signup?next=${encodeURIComponent("/teams")}`} variant="primary">
          Sign up to make a team
        </ButtonLink>
      ) : (
        children
      )}
    </EmptyNote>
  );
}

function NewTeamDialog({ isOpen, onOpenChange }: { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void }) {
  const router = useRouter();
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} width="sm" title="New team" description="You own it, and invite the others next.">
      <TextForm
        label="What is it called?"
        name="name"
        maxLength={maxNameLength}
        initial=""
        schema={teamNameSchema}
        act="Create team"
        onSave={async (name) => {
          if (name !== null) router.push(`/teams/${(await createTeam({ name })).slug}`);
        }}
      />
    </Dialog>
  );
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
