"use client";
import { Crown, UserRoundX, X } from "lucide-react";
import { useState } from "react";
import { RightMenu } from "@/components/share/right-menu";
import type { People } from "@/components/share/use-people";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { MenuItem } from "@/components/ui/menu";
import { MenuLine } from "@/components/ui/menu-parts";
import { nameWithin } from "@/lib/collab/protocol/person-name";
import type { DeckPeople } from "@/lib/api/people";
import { removePerson, removeTeam, setDeckOwner, setRight, setTeamRight } from "@/lib/api/people-client";

interface MenuBasis extends Pick<People, "act"> {
  readonly deckId: string;
}

interface PersonMenuProps extends MenuBasis {
  readonly title: string;
  readonly person: DeckPeople["people"][number];
  readonly mayTransfer: boolean;
}

/** One person's right, and what can be done about it. */
export function PersonMenu({ deckId, title, person, act, mayTransfer }: PersonMenuProps) {
  const { userId, name, isYou, isGuest, right, links } = person;
  const [asked, setAsked] = useState<"remove" | "transfer">();
  const back = links.length === 0 ? "" : " The link they joined by still works: withdraw it too if they shall not come back.";
  return (
    <>
      <RightMenu of={name} right={right} onChange={(next) => void act(() => setRight(deckId, userId, { right: next }).then(() => undefined))}>
        <MenuLine />
        {mayTransfer && !isGuest ? (
          <MenuItem icon={Crown} onClick={() => setAsked("transfer")}>
            Make owner…
          </MenuItem>
        ) : null}
        <MenuItem icon={UserRoundX} isDangerous onClick={() => setAsked("remove")}>
          {isYou ? "Leave this deck…" : "Remove access…"}
        </MenuItem>
      </RightMenu>
      <ConfirmDialog
        isOpen={asked === "remove"}
        onOpenChange={() => setAsked(undefined)}
        title={isYou ? `Leave “${title}”?` : `Remove ${nameWithin(name)}?`}
        sentence={isYou ? "You lose your access at once." : `They lose their access at once, also where they have the deck open.${back}`}
        act={isYou ? "Leave" : "Remove access"}
        isDangerous
        onConfirm={() => void act(() => removePerson(deckId, userId).then(() => (isYou ? undefined : `${name} has no access any more.`)))}
      />
      <ConfirmDialog
        isOpen={asked === "transfer"}
        onOpenChange={() => setAsked(undefined)}
        title={`Make ${nameWithin(name)} the owner?`}
        sentence={`“${title}” is theirs then: only they can delete it or hand it on. You go on editing.`}
        act="Make owner"
        onConfirm={() => void act(() => setDeckOwner(deckId, { userId }).then(() => `${name} owns this deck now.`))}
      />
    </>
  );
}

interface TeamMenuProps extends MenuBasis {
  readonly team: DeckPeople["teams"][number];
  readonly mayTransfer: boolean;
}

/** The right that a team's members have. */
export function TeamMenu({ deckId, team: { teamId, name, right }, act, mayTransfer }: TeamMenuProps) {
  return (
    <RightMenu of={name} right={right} onChange={(next) => void act(() => setTeamRight(deckId, teamId, { right: next }).then(() => undefined))}>
      <MenuLine />
      {mayTransfer ? (
        <MenuItem
          icon={Crown}
          hint="Its members can all edit then"
          onClick={() => void act(() => setDeckOwner(deckId, { teamId }).then(() => `${name} owns this deck now.`))}
        >
          Move into this team
        </MenuItem>
      ) : null}
      <MenuItem
        icon={X}
        isDangerous
        onClick={() => void act(() => removeTeam(deckId, teamId).then(() => `The deck is not shared with ${name} any more.`))}
      >
        Stop sharing
      </MenuItem>
    </RightMenu>
  );
}
