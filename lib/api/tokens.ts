import { z } from "zod";
import { tokenIdSchema } from "@/lib/api/ids";
import { maxLabelLength } from "@/lib/api/limits";

/** What a token lets a program do, each with all that the ones before it do. */
export const tokenScopes = ["read", "write", "publish"] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** What every token begins with, so that one that got out is recognised. */
export const tokenPrefix = "lct_";

/** A token as the account lists it. The token itself was told once. */
export const apiTokenSchema = z.object({
  id: tokenIdSchema,
  label: z.string(),
  scope: z.enum(tokenScopes),
  /** Its last four signs. */
  hint: z.string(),
  /** The team whose decks alone it reaches; null for one that reaches all of yours. */
  team: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type ApiToken = z.infer<typeof apiTokenSchema>;

/** `GET /api/tokens`: newest first; `teams` are those that you may make tokens for. */
export const apiTokenListSchema = z.object({
  tokens: z.array(apiTokenSchema),
  teams: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type ApiTokenList = z.infer<typeof apiTokenListSchema>;

export const tokenLabelSchema = z
  .string()
  .trim()
  .min(1, "Say what it is for: you will want to know later.")
  .max(maxLabelLength, `A label may have up to ${maxLabelLength} characters.`)
  .regex(/^\P{Cc}*$/u, "A label is one line of text.");

/** `POST /api/tokens` → 201 with the token, this once. */
export const createTokenBodySchema = z.strictObject({
  label: tokenLabelSchema,
  scope: z.enum(tokenScopes),
  teamId: z.uuid().optional(),
  /** Without it the token holds until it is revoked. */
  expiresAt: z.iso.datetime({ offset: true }).optional(),
});
export type CreateTokenBody = z.input<typeof createTokenBodySchema>;

export const createdTokenSchema = apiTokenSchema.extend({ token: z.string() });
export type CreatedToken = z.infer<typeof createdTokenSchema>;
