import type { AwarenessTable } from "@/lib/collab/server/awareness-table";
import type { Session } from "@/lib/collab/server/session";

/**
 * Whose client ids are whose. Yjs believes everybody who writes under a number: text that another adds to mine makes it
 * ignore what I type next.
 */
export interface Authors {
  /** Somebody wrote under a client id. */
  readonly note: (session: Session, client: number) => void;
  /** `isAnswer`: it may bring what others lost. */
  readonly mayWrite: (session: Session, client: number, options: { readonly isAnswer: boolean }) => boolean;
  /** Their connection is gone: what they wrote stays theirs. */
  readonly leave: (session: Session) => void;
}

/** Stands for connections that are no more: they themselves need not be remembered. */
const gone = {};

/** Knows no author yet, and remembers each for as long as the room is there. */
export function createAuthors({
  awareness,
  sessions,
}: {
  readonly awareness: Pick<AwarenessTable, "isElsewhere" | "ownerOf">;
  readonly sessions: ReadonlySet<Session>;
}): Authors {
  /** Those who wrote as what they said they were; kept while they are away, so that nobody takes their place. */
  const authors = new Map<number, { readonly owner: object; readonly userId: string }>();
  return {
    note: (session, client) => {
      if (awareness.ownerOf(client)?.owner !== session || authors.get(client)?.owner === session) return;
      authors.set(client, { owner: session, userId: session.identity.id });
    },
    mayWrite: (session, client, { isAnswer }) => {
      const known = authors.get(client);
      const author = known ?? awareness.ownerOf(client);
      // The same person again: a client that reconnected before its old connection was found dead.
      if (author === undefined || session.isOrWas(author.userId)) return true;
      if (!isAnswer) return false;
      // What a client said last may have been lost with the process that took it, and live on with those who saw it;
      // unless it wrote here, where all that anybody saw of it is then, and was in no other process since,
      if (known !== undefined && !awareness.isElsewhere(client)) return false;
      // or is here itself and has said all it has.
      return ![...sessions].some((other) => other === author.owner && other.isSound());
    },
    leave: (session) => {
      for (const [client, { owner, userId }] of authors) if (owner === session) authors.set(client, { owner: gone, userId });
    },
  };
}
