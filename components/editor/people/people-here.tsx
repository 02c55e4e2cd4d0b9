"use client";
import { useMemo, useSyncExternalStore } from "react";
import { AccountMenu } from "@/components/account/account-menu";
import { useSession } from "@/components/editor/session/use-session";
import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import { Tooltip } from "@/components/ui/tooltip";
import type { Me } from "@/lib/api/account";
import { createPeopleStore, readPeerSelections, type PersonHere } from "@/lib/collab/client/presence";
import type { DeckSource } from "@/lib/collab/client/deck-source";

/** More than these are counted, not drawn. */
const maxShown = 4;

/** Who has the deck open now. A press on somebody brings me to where they write, on myself to my account. */
export function PeopleHere({ me }: { readonly me: Me }) {
  const session = useSession();
  const people = usePeople(session.source);
  const others = people.filter((person) => !person.isSelf && person.id !== me.id);
  const hidden = others.slice(maxShown);
  return (
    <ul aria-label="People here" className="flex shrink-0 items-center pl-1.5">
      {others.slice(0, maxShown).map((person, index) => (
        <li key={person.id} className={classNames("-ml-1.5", index > 0 && "max-sm:hidden")}>
          <PersonButton
            person={person}
            onClick={() => {
              const offset = caretOf(session.source, person);
              if (offset !== undefined) session.pane()?.goTo(offset, { focus: true });
            }}
          />
        </li>
      ))}
      {hidden.length === 0 ? null : (
        <li className="-ml-1.5">
          <Tooltip content={hidden.map(({ name }) => shownName(name)).join(", ")}>
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
        <AccountMenu me={me} label={`${shownName(me.name)} (you)`} />
      </li>
    </ul>
  );
}

/** A ring in the bar's colour keeps overlapping faces apart. */
const ringClass = "rounded-full ring-2 ring-page";

function PersonButton({ person, onClick }: { readonly person: PersonHere; readonly onClick: () => void }) {
  const name = shownName(person.name);
  return (
    <Tooltip content={`${name}: go to their caret`}>
      <button type="button" aria-label={name} className={classNames(ringClass, "flex")} onClick={onClick}>
        <Avatar name={person.name} color={person.color} />
      </button>
    </Tooltip>
  );
}

function usePeople(source: DeckSource): readonly PersonHere[] {
  const store = useMemo(() => createPeopleStore(source.awareness), [source]);
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}

/** Where somebody writes. Presence tells carets by connection: name and colour lead from the person to theirs. */
function caretOf({ awareness, doc }: DeckSource, { name, color }: PersonHere): number | undefined {
  const peer = readPeerSelections(awareness, doc).find((candidate) => candidate.name === name && candidate.color === color);
  return peer?.selections[0]?.head;
}

function shownName(name: string): string {
  return name === "" ? "A guest" : name;
}
