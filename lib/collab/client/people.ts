import type { Awareness } from "y-protocols/awareness";
import { readPagesHere } from "@/lib/collab/client/pages-here";

/** Somebody who has the deck open now, or had until their connection broke off. */
export interface PersonHere {
  /** The user's id where the server told it; a person with two tabs is one person. */
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly isSelf: boolean;
  /** Their connection broke off a moment ago: they did not leave. */
  readonly isLost: boolean;
}

/** Who is here, the person at this keyboard first. The same array until somebody comes, goes or is renamed. */
export interface PeopleStore {
  get(): readonly PersonHere[];
  subscribe(listener: () => void): () => void;
  /** Somebody's connection broke off: they are shown as lost until they are back, or for a minute. */
  lose(user: Pick<PersonHere, "id" | "name" | "color">): void;
  stop(): void;
}

const lostShownMs = 60_000;

/** Follows who is here. It listens to the awareness only while somebody subscribes. */
export function createPeopleStore(awareness: Awareness): PeopleStore {
  const listeners = new Set<() => void>();
  const lost = new Map<string, { readonly person: PersonHere; readonly timer: ReturnType<typeof setTimeout> }>();
  let people = readPeople(awareness);

  const forget = (id: string) => {
    clearTimeout(lost.get(id)?.timer);
    lost.delete(id);
  };
  const refresh = () => {
    const here = readPeople(awareness);
    for (const { id } of here) forget(id);
    const next = [...here, ...[...lost.values()].map(({ person }) => person)];
    if (samePeople(people, next)) return;
    people = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => people,
    subscribe: (listener) => {
      if (listeners.size === 0) awareness.on("change", refresh);
      listeners.add(listener);
      refresh();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) awareness.off("change", refresh);
      };
    },
    lose: ({ id, name, color }) => {
      forget(id);
      const timer = setTimeout(() => {
        forget(id);
        refresh();
      }, lostShownMs);
      lost.set(id, { person: { id, name, color, isSelf: false, isLost: true }, timer });
      refresh();
    },
    stop: () => {
      for (const id of [...lost.keys()]) forget(id);
    },
  };
}

function readPeople(awareness: Awareness): readonly PersonHere[] {
  const people = new Map<string, PersonHere>();
  for (const { clientId, id, name, color } of readPagesHere(awareness)) {
    if (!people.has(id)) people.set(id, { id, name, color, isSelf: clientId === awareness.clientID, isLost: false });
  }
  return [...people.values()];
}

function samePeople(a: readonly PersonHere[], b: readonly PersonHere[]): boolean {
  return (
    a.length === b.length &&
    a.every((person, index) => {
      const other = b[index];
      return (
        other !== undefined && person.id === other.id && person.name === other.name && person.color === other.color && person.isLost === other.isLost
      );
    })
  );
}
