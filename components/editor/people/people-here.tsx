"use client";
import { CloudOff } from "lucide-react";
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { AccountMenu } from "@/components/account/account-menu";
import { useFollowed } from "@/components/editor/follow/follow-frame";
import { useSession } from "@/components/editor/session/use-session";
import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import { useToast } from "@/components/ui/toast";
import { Tooltip } from "@/components/ui/tooltip";
import { namelessGuest, nameWithin } from "@/lib/collab/protocol/person-name";
import type { Me } from "@/lib/api/account";
import type { DeckSource } from "@/lib/collab/client/deck-source";
import type { PersonHere } from "@/lib/collab/client/people";

/** More than these are counted, not drawn. */
const maxShown = 4;

/** Who has the deck open now. A press on somebody follows them, one on myself opens my account. */
export function PeopleHere({ me }: { readonly me: Me }) {
  const session = useSession();
  const people = usePeople(session.source);
  const followedId = useFollowed(session.follow)?.person.id;
  const others = people.filter((person) => !person.isSelf && person.id !== me.id);
  const hidden = others.slice(maxShown);
  useWordsOfLoss(others);
  return (
    <ul aria-label="People here" className="flex shrink-0 items-center pl-1.5">
      {others.slice(0, maxShown).map((person, index) => (
        <li key={person.id} className={classNames("-ml-1.5", index > 0 && "max-sm:hidden")}>
          <PersonButton person={person} isFollowed={person.id === followedId} onClick={() => session.follow.toggle(person.id)} />
        </li>
      ))}
      {hidden.length === 0 ? null : (
        <li className="-ml-1.5">
          <Tooltip content={hidden.map(({ name }) => name || namelessGuest).join(", ")}>
            <button
              type="button"
              className={classNames(ringClass, "inline-flex size-7 items-center justify-center bg-sunken text-[11px] font-semibold")}
            >
              +{hidden.length}
              <span className="sr-only"> more</span>
            </button>
          </Tooltip>
        </li>
      )}
      <li className={classNames(ringClass, "-ml-1.5")}>
        <AccountMenu me={me} label={`${me.name || namelessGuest} (you)`} />
      </li>
    </ul>
  );
}

/** A ring in the bar's colour keeps overlapping faces apart. */
const ringClass = "rounded-full ring-2 ring-page";

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
    <Tooltip content={isFollowed ? `Stop following ${nameWithin(name)}` : `Follow ${nameWithin(name)}`}>
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
