import { createLastToken } from "@/lib/collab/client/last-token";
import type { CollabRole } from "@/lib/collab/protocol/frames";

/** What a socket needs; asked for anew at every connect, since it holds for a minute. */
export interface ConnectToken {
  /** `ws(s)://host/collab/<deck id>`. */
  readonly url: string;
  readonly token: string;
  readonly role: CollabRole;
  readonly generation: number;
}

/**
 * Rejects with an error whose `code` is that of the server's answer, if it was the server's; given up when the signal says
 * so. With the token before, what was written goes on being this person's, though they may be signed in as somebody else
 * by now.
 */
export type GetToken = (options: { readonly signal: AbortSignal; readonly former: string | undefined }) => Promise<ConnectToken>;

const patienceMs = 10_000;

/** Asks for one token after the other, and gives up what hangs, so that the next attempt can begin. */
export function createTokenAsker(deckId: string, getToken: GetToken): () => Promise<ConnectToken> {
  const lastToken = createLastToken(deckId);
  return async () => {
    const token = await patiently((signal) => getToken({ signal, former: lastToken.get() }));
    lastToken.set(token.token);
    return token;
  };
}

async function patiently<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const hanging = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new Error("The server did not answer in time.");
      reject(error);
      hanging.abort(error);
    }, patienceMs);
  });
  return Promise.race([work(hanging.signal), late]).finally(() => clearTimeout(timer));
}
