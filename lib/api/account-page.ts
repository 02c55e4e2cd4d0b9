import { z } from "zod";
import { maxPasswordLength, minPasswordLength } from "@/lib/api/account";

/** `GET /api/me/account`: what one's own account holds. */
export const accountSchema = z.object({
  name: z.string(),
  /** Null for guests. */
  email: z.string().nullable(),
  isVerified: z.boolean(),
  isGuest: z.boolean(),
  /** False for guests and for who signs in by another service alone. */
  hasPassword: z.boolean(),
  /** One's own decks, which go with the account, also those in the trash. */
  decks: z.int(),
  /** Those of teams that nobody else is in: they go too. */
  loneTeamDecks: z.int(),
  /** Those of all of them that others can open. */
  sharedDecks: z.int(),
});
export type Account = z.infer<typeof accountSchema>;

export const sessionIdSchema = z.uuid().brand<"SessionId">();
export type SessionId = z.infer<typeof sessionIdSchema>;

/** `GET /api/me/sessions`: where one is signed in, used last first. */
export const sessionListSchema = z.object({
  sessions: z.array(
    z.object({
      id: sessionIdSchema,
      /** Browser and system in words. */
      device: z.string(),
      createdAt: z.iso.datetime(),
      usedAt: z.iso.datetime(),
      isThis: z.boolean(),
    }),
  ),
});
export type SessionList = z.infer<typeof sessionListSchema>;
export type SessionInfo = SessionList["sessions"][number];

/** `DELETE /api/me`: with the password, where there is one. */
export const deleteMeBodySchema = z.strictObject({ password: z.string().max(maxPasswordLength).optional() });
export type DeleteMeBody = z.input<typeof deleteMeBodySchema>;

export const newPasswordSchema = z
  .string()
  .min(minPasswordLength, `A password needs at least ${minPasswordLength} characters.`)
  .max(maxPasswordLength, `A password may have up to ${maxPasswordLength} characters.`);
