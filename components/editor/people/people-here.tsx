"use client";
import { CloudOff } from "lucide-react";
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { AccountMenu } from "@/components/account/account-menu";
import { useFollowed } from "@/components/editor/follow/follow-frame";
import { useSession } from "@/components/editor/session/use-session";
import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { Tooltip } from "@/components/ui/tooltip";
import { namelessGuest, nameWithin } from "@/lib/collab/protocol/person-name";
import type { Me } from "@/lib/api/account";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import type { PersonHere } from "@/lib/collab/client/people";

/** More than these are counted, not drawn; a phone has room for two faces, or for one and a count. */
const maxShown = 4;
const maxShownOnPhone = 2;

/** Who has the deck open now. A press on somebody follows them, one on myself opens my account. */
export function PeopleHere({ me }: { readonly me: Me }) {
  const session = useSession();
  const people = usePeople(session.source);
  const followedId = useFollowed(session.follow)?.person.id;
  const others = people.filter((person) => !person.isSelf && person.id !== me.id);
  const onPhone = others.length > maxShownOnPhone ? maxShownOnPhone - 1 : maxShownOnPhone;
  const follow = (person: PersonHere) => session.follow.toggle(person.id);
  useWordsOfLoss(others);
  return (
    <ul aria-label="People here" className="flex shrink-0 items-center pl-1.5">
      {others.slice(0, maxShown).map((person, index) => (
        <li key={person.id} className={classNames("-ml-1.5", index >= onPhone && "max-sm:hidden")}>
          <PersonButton person={person} isFollowed={person.id === followedId} onClick={() => follow(person)} />
        </li>
      ))}
      <MorePeople people={others.slice(onPhone)} followedId={followedId} onFollow={follow} className="sm:hidden" />
      <MorePeople people={others.slice(maxShown)} followedId={followedId} onFollow={follow} className="max-sm:hidden" />
      <li className={classNames(ringClass, "-ml-1.5")}>
        <AccountMenu me={me} label={`${me.name || namelessGuest} (you)`} />
      </li>
    </ul>
  );
}

/** A ring in the bar's colour keeps overlapping faces apart. */
const ringClass = "rounded-full ring-2 ring-page";

interface MorePeopleProps {
  readonly people: readonly PersonHere[];
  readonly followedId: string | undefined;
  readonly onFollow: (person: PersonHere) => void;
  /** Says at which widths these are the ones without a face of their own. */
  readonly className: string;
}

/** Counts who has no face of their own at this width, and names them when it is pressed. */
function MorePeople({ people, followedId, onFollow, className }: MorePeopleProps) {
  if (people.length === 0) return null;
  const button = (
    <button
      type="button"
      className={classNames(
        ringClass,
        "relative inline-flex size-7 items-center justify-center bg-sunken text-[11px] font-semibold pointer-coarse:after:absolute pointer-coarse:after:-inset-1.5",
      )}
    >
      +{people.length}
      <span className="sr-only"> more</span>
    </button>
  );
  return (
    <li className={classNames("-ml-1.5", className)}>
      <Menu align="end" trigger={button}>
        {people.map((person) => (
          <MenuItem key={person.id} disabled={person.isLost} hint={person.isLost ? lostSentence(person) : undefined} onClick={() => onFollow(person)}>
            {person.isLost ? person.name || namelessGuest : followWords(person, person.id === followedId)}
          </MenuItem>
        ))}
      </Menu>
    </li>
  );
}

function followWords({ name }: PersonHere, isFollowed: boolean): string {
  return `${isFollowed ? "Stop following" : "Follow"} ${nameWithin(name || namelessGuest)}`;
}

interface PersonButtonProps {
  readonly person: PersonHere;
  readonly isFollowed: boolean;
  readonly onClick: () => void;
}

function PersonButton({ person, isFollowed, onClick }: PersonButtonProps) {
  const name = person.name || namelessGuest;
  if (person.isLost) {
    return (
      <Tooltip content={lostSentence(person)}>
        <span role="img" tabIndex={0} aria-label={lostSentence(person)} className={classNames(ringClass, "relative flex bg-page")}>
          <span className="flex opacity-35 grayscale">
            <Avatar name={person.name} color={person.color} />
          </span>
          <CloudOff aria-hidden="true" className="absolute -bottom-0.5 -left-0.5 size-3.5 rounded-full bg-page p-px text-warning-text" />
        </span>
      </Tooltip>
    );
  }
  return (
    <Tooltip content={followWords(person, isFollowed)}>
      <button
        type="button"
        aria-label={name}
        aria-pressed={isFollowed}
        className={classNames("relative flex", isFollowed ? "z-1 rounded-full" : ringClass)}
        style={isFollowed ? { boxShadow: `0 0 0 2px var(--page), 0 0 0 4px ${person.color}` } : undefined}
        onClick={onClick}
      >
        <Avatar name={person.name} color={person.color} />
      </button>
    </Tooltip>
  );
}

function usePeople({ people }: DeckSource): readonly PersonHere[] {
  return useSyncExternalStore(people.subscribe, people.get, people.get);
}

/** Networks drop for a moment all the time; only who stays away for longer is worth a word. */
const lossPatienceMs = 3_000;

function useWordsOfLoss(people: readonly PersonHere[]): void {
  const say = useToast();
  const lost = people
    .filter(({ isLost }) => isLost)
    .map(({ id }) => id)
    .join(" ");
  const tell = useEffectEvent((ids: readonly string[]) => {
    for (const person of people) if (ids.includes(person.id)) say(`${lostSentence(person)}.`, { tone: "notice" });
  });
  useEffect(() => {
    if (lost === "") return undefined;
    const timer = setTimeout(() => tell(lost.split(" ")), lossPatienceMs);
    return () => clearTimeout(timer);
  }, [lost]);
}

function lostSentence({ name }: PersonHere): string {
  return `${name || namelessGuest}’s connection was lost`;
}
