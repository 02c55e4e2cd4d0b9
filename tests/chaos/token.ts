import { z } from "zod";
import { readApiError } from "@/lib/api/api-error";
import type { DeckId, UserId } from "@/lib/api/ids";
import type { ConnectToken } from "@/lib/collab/client/connect-token";

const tokenSchema = z.object({ token: z.string(), role: z.enum(["view", "comment", "edit"]), generation: z.int() });

export interface TokenRequest {
  readonly userId: UserId;
  readonly port: number;
  readonly signal?: AbortSignal;
}

/** What a page asks the server for before every socket. Throws as the product's client does. */
export async function askForToken(deckId: DeckId, { userId, port, signal }: TokenRequest): Promise<Omit<ConnectToken, "url">> {
  const answer = await fetch(`http://127.0.0.1:${port}/${deckId}?user=${userId}`, signal === undefined ? {} : { signal });
  if (!answer.ok) throw await readApiError(answer);
  return tokenSchema.parse(await answer.json());
}
