"use client";
import { ChevronDown, Link2, Mail } from "lucide-react";
import { useState } from "react";
import { InvitationMenu } from "@/components/share/invitation-menu";
import { useInvitationLink } from "@/components/share/use-invitation-link";
import { MailInvite } from "@/components/share/mail-invite";
import { givenRoles, teamWords } from "@/components/team/team-words";
import type { TeamState } from "@/components/team/use-team";
import { Panel } from "@/components/team/workspace-page";
import { Button } from "@/components/ui/button";
import { dayOf } from "@/components/ui/day";
import { Menu } from "@/components/ui/menu";
import { MenuChoice } from "@/components/ui/menu-parts";
import type { Invitation } from "@/lib/api/invitations";
import { maxPeoplePerTeam } from "@/lib/api/limits";
import { inviteToTeam, resendTeamInvitation, withdrawTeamInvitation } from "@/lib/api/teams-client";

type Role = (typeof givenRoles)[number];

const inviteHint = "By mail, or by a link that you hand on. Either works for seven days.";
const fullHint = `The team has ${maxPeoplePerTeam} people, as many as a team may have. Remove somebody who left: then invitations are accepted again.`;

/** Invites people into the team, by mail or by a link, and shows who has not come yet. */
export function TeamInvitations({ team, act }: TeamState) {
  return (
    <Panel title="Invite" hint={team.people.length < maxPeoplePerTeam ? inviteHint : fullHint}>
      <div className="px-4 pt-4 pb-4">
        <InviteForm team={team} act={act} />
      </div>
      {team.invitations.length === 0 ? null : (
        <ul aria-label="Open invitations" className="divide-y divide-line border-t border-line">
          {team.invitations.map((invitation) => (
            <li key={invitation.id} className="flex min-h-12 items-center gap-3 px-4 py-2">
              {invitation.email === null ? (
                <Link2 className="size-4 shrink-0 text-dim" aria-hidden="true" />
              ) : (
                <Mail className="size-4 shrink-0 text-dim" aria-hidden="true" />
              )}
              <span className="min-w-0 flex-1">
                <span className="block truncate">{invitation.email ?? "Link for everybody who has it"}</span>
                <span className={invitation.isExpired ? "block text-[13px] text-danger-text" : "block text-[13px] text-dim"}>
                  {roleName(invitation)} · {invitation.isExpired ? "expired" : `until ${dayOf(invitation.expiresAt)}`}
                </span>
              </span>
              <InvitationMenu
                invitation={invitation}
                act={act}
                resend={() => resendTeamInvitation(team.id, invitation.id)}
                withdraw={() => withdrawTeamInvitation(team.id, invitation.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function InviteForm({ team, act }: TeamState) {
  const link = useInvitationLink();
  const [role, setRole] = useState<Role>("member");
  const [isBusy, setBusy] = useState(false);

  async function makeLink() {
    setBusy(true);
    await act(async () => {
      const { url } = await inviteToTeam(team.id, { role });
      await link.hand(url, { said: "The link is made and copied." });
      return undefined;
    });
    setBusy(false);
  }

  return (
    <>
      <MailInvite
        label="E-mail"
        act={act}
        invite={(email) => inviteToTeam(team.id, { email, role })}
        choice={<RoleMenu role={role} onChange={setRole} />}
      >
        <Button isBusy={isBusy} onClick={() => void makeLink()} className="h-9">
          <Link2 aria-hidden="true" />
          Get a link
        </Button>
      </MailInvite>
      {link.byHand}
    </>
  );
}

function RoleMenu({ role, onChange }: { readonly role: Role; readonly onChange: (role: Role) => void }) {
  return (
    <Menu
      align="end"
      className="w-64"
      trigger={
        <Button variant="ghost" aria-label={`Role of whom you invite: ${teamWords[role].name}`} className="text-dim">
          {teamWords[role].name}
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      <MenuChoice label="Role" value={role} choices={givenRoles.map((value) => ({ value, label: teamWords[value].name }))} onChange={onChange} />
      <p className="max-w-60 px-2 pt-1 pb-2 text-xs text-dim">{teamWords[role].explanation}</p>
    </Menu>
  );
}

function roleName({ word }: Invitation): string {
  const role = givenRoles.find((known) => known === word);
  return role === undefined ? word : teamWords[role].name;
}
