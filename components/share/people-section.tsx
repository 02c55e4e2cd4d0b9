"use client";
import { Mail, UsersRound } from "lucide-react";
import type { ReactNode } from "react";
import { PersonAvatar } from "@/components/account/person-avatar";
import { InviteForm } from "@/components/share/invite-form";
import { InvitationMenu } from "@/components/share/invitation-menu";
import { PersonMenu, TeamMenu } from "@/components/share/person-menus";
import { ShareWithTeam } from "@/components/share/share-with-team";
import type { People } from "@/components/share/use-people";
import { dayOf } from "@/components/ui/day";
import type { DeckPeople } from "@/lib/api/people";
import { resendDeckInvitation, withdrawDeckInvitation } from "@/lib/api/people-client";
import { may, type DeckRole } from "@/lib/workspace/policies";

export interface PeopleSectionProps {
  readonly deckId: string;
  readonly title: string;
  readonly role: DeckRole;
  readonly known: People;
}

/** Who has access, how they came by it, and what they may do; with the way to invite more. */
export function PeopleSection({ deckId, title, role, known }: PeopleSectionProps) {
  const { people, act } = known;
  return (
    <section aria-label="People">
      <InviteForm deckId={deckId} act={act} />
      <ul aria-label="People with access" aria-busy={people === undefined || undefined} className="mt-4 flex flex-col">
        {people === undefined ? <li className="h-11 rounded-md bg-sunken" /> : null}
        {people === undefined ? null : <OwnerRow owner={people.owner} />}
        {people?.teams.map((team) => (
          <Row key={team.teamId} sign={<TeamSign />} name={team.name} how={`Team of ${team.members}`}>
            <TeamMenu deckId={deckId} team={team} act={act} mayTransfer={may(role, "transfer")} />
          </Row>
        ))}
        {people?.people.map((person) => (
          <Row
            key={person.userId}
            sign={<PersonAvatar id={person.userId} name={person.name} />}
            name={person.isYou ? `${person.name} (you)` : person.name}
            how={howTheyCame(person)}
          >
            <PersonMenu deckId={deckId} title={title} person={person} act={act} mayTransfer={may(role, "transfer")} />
          </Row>
        ))}
        {people?.invitations.map((invitation) => (
          <Row
            key={invitation.id}
            sign={<Mail className="size-4 text-dim" aria-hidden="true" />}
            name={invitation.email ?? ""}
            how={invitation.isExpired ? "Invitation expired" : `Not accepted yet · until ${dayOf(invitation.expiresAt)}`}
          >
            <InvitationMenu
              invitation={invitation}
              act={act}
              resend={() => resendDeckInvitation(deckId, invitation.id)}
              withdraw={() => withdrawDeckInvitation(deckId, invitation.id)}
            />
          </Row>
        ))}
      </ul>
      {people === undefined ? null : <ShareWithTeam deckId={deckId} people={people} act={act} />}
    </section>
  );
}

function OwnerRow({ owner }: Pick<DeckPeople, "owner">) {
  const owns = <span className="px-3 text-[13px] text-dim">Owner</span>;
  if (owner.kind === "team") {
    return (
      <Row sign={<TeamSign />} name={owner.name} how={`Team of ${owner.members}: every member can edit`}>
        {owns}
      </Row>
    );
  }
  return (
    <Row
      sign={<PersonAvatar id={owner.userId} name={owner.name} />}
      name={owner.isYou ? `${owner.name} (you)` : owner.name}
      how={owner.isGuest ? "Guest without an account" : undefined}
    >
      {owns}
    </Row>
  );
}

interface RowProps {
  readonly sign: ReactNode;
  readonly name: string;
  readonly how: string | undefined;
  readonly children: ReactNode;
}

function Row({ sign, name, how, children }: RowProps) {
  return (
    <li className="flex min-h-11 items-center gap-3">
      <span className="flex size-7 shrink-0 items-center justify-center">{sign}</span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-[14px]">{name}</span>
        {how === undefined ? null : <span className="block truncate text-xs leading-4 text-dim">{how}</span>}
      </span>
      {children}
    </li>
  );
}

function TeamSign() {
  return (
    <span className="flex size-7 items-center justify-center rounded-full bg-accent-soft text-accent-text">
      <UsersRound className="size-4" aria-hidden="true" />
    </span>
  );
}

function howTheyCame({ isGuest, links }: DeckPeople["people"][number]): string | undefined {
  const labels = links.map(({ label }) => label).filter((label) => label !== null);
  const byLink = links.length === 0 ? undefined : labels.length === 0 ? "joined by a link" : `joined by “${labels.join("”, “")}”`;
  const parts = [isGuest ? "Guest without an account" : undefined, byLink].filter((part) => part !== undefined);
  const words = parts.join(" · ");
  return words === "" ? undefined : words[0]?.toUpperCase() + words.slice(1);
}
