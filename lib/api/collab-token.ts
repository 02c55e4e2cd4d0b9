import { z } from "zod";

/**
 * Carries the token that the page had before, however old: who became somebody else meanwhile (a guest who signed up in
 * another tab) goes on with what they wrote.
 */
export const formerTokenHeader = "x-lectern-former-token";

/** `GET /api/decks/:id/collab-token`: what the WebSocket needs. The token holds for one minute: ask anew at every connect. */
export const collabTokenSchema = z.object({
  /** `ws(s)://host/collab/<deck id>`. */
  url: z.string(),
  /** Goes as sub-protocol `auth.<token>` beside `collab.v1`. */
  token: z.string(),
  /** What the person counts as on the socket: presenters comment there, owners edit. */
  role: z.enum(["view", "comment", "edit"]),
  generation: z.int(),
});
export type CollabTokenAnswer = z.infer<typeof collabTokenSchema>;
