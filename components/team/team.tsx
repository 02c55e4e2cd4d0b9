"use client";
import { PenLine } from "lucide-react";
import { useState } from "react";
import { viewAddress } from "@/components/dashboard/view";
import { TeamEnd } from "@/components/team/team-end";
import { TeamInvitations } from "@/components/team/team-invitations";
import { TeamPeople } from "@/components/team/team-people";
import { useTeam } from "@/components/team/use-team";
import { Panel, WorkspacePage } from "@/components/team/workspace-page";
import { ButtonLink } from "@/components/ui/button-link";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { TextForm } from "@/components/ui/text-form";
import type { Me } from "@/lib/api/account";
import { maxNameLength } from "@/lib/api/limits";
import { teamNameSchema, type TeamPage } from "@/lib/api/teams";
import { renameTeam } from "@/lib/api/teams-client";
import { mayInTeam } from "@/lib/workspace/policies";

/** One team: its people, its open invitations, the ways to its decks and webhooks, and how it ends. */
export function Team({ me, first }: { readonly me: Me; readonly first: TeamPage }) {
  const { team, act } = useTeam(first);
  const [isNaming, setNaming] = useState(false);
  const mayManage = mayInTeam(team.role, "manage");
  return (
    <WorkspacePage
      me={me}
      title={
        <span className="flex items-center gap-2">
          <span className="min-w-0 break-words">{team.name}</span>
          {mayManage ? <IconButton label="Rename the team" icon={PenLine} size="sm" onClick={() => setNaming(true)} /> : null}
        </span>
      }
      back={{ href: "/teams", label: "All teams" }}
    >
      {mayInTeam(team.role, "invite") ? <TeamInvitations team={team} act={act} /> : null}
      <TeamPeople team={team} act={act} />
      <Panel
        title="Decks"
        hint={decksHint(team)}
        acts={
          mayInTeam(team.role, "addDecks") && team.decks > 0 ? (
            <ButtonLink href={viewAddress({ show: `team:${team.id}`, sort: "edited" })}>Show decks</ButtonLink>
          ) : null
        }
      />
      {mayManage ? (
        <Panel
          title="Webhooks"
          hint="Programs that are told what happens to the team’s decks."
          acts={<ButtonLink href={`/teams/${team.slug}/webhooks`}>Webhooks</ButtonLink>}
        />
      ) : null}
      <TeamEnd team={team} act={act} />
      <Dialog isOpen={isNaming} onOpenChange={setNaming} width="sm" title="Rename the team" description="Its address stays the same.">
        <TextForm
          label="Name"
          name="name"
          maxLength={maxNameLength}
          initial={team.name}
          schema={teamNameSchema}
          act="Rename"
          onSave={async (name) => {
            if (name !== null && (await act(() => renameTeam(team.id, { name }).then(() => undefined)))) setNaming(false);
          }}
        />
      </Dialog>
    </WorkspacePage>
  );
}

function decksHint({ role, decks }: TeamPage): string {
  if (!mayInTeam(role, "addDecks")) return "You see the decks of this team that are shared with you, among your decks.";
  const there =
    decks === 0
      ? "The team has no decks yet."
      : decks === 1
        ? "The team has 1 deck, among your decks."
        : `The team has ${decks} decks, among your decks.`;
  return `${there} To move one here, open it, then Share, Share with a team, Move into this team.`;
}
