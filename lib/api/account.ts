import { z } from "zod";
import { userIdSchema } from "@/lib/api/ids";
import { maxNameLength } from "@/lib/api/limits";

/** A name as co-authors see it: one line, no control characters. */
export const personNameSchema = z
  .string()
  .trim()
  .min(1, "A name needs at least one letter.")
  .max(maxNameLength, `A name may have up to ${maxNameLength} characters.`)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, "A name is one line of text.");

/** `GET /api/me`. A guest who picked no name yet has an empty one: ask for it. */
export const meSchema = z.object({
  id: userIdSchema,
  name: z.string(),
  isGuest: z.boolean(),
  /** Null for guests: what stands in the database for them is a placeholder. */
  email: z.string().nullable(),
});
export type Me = z.infer<typeof meSchema>;

/** `PATCH /api/me`: the one way to choose or change one's name, for guests too. */
export const patchMeBodySchema = z.strictObject({ name: personNameSchema });
export type PatchMeBody = z.input<typeof patchMeBodySchema>;

export const minPasswordLength = 8;
export const maxPasswordLength = 128;

/** `POST /api/auth/sign-up/email`. */
export const signUpBodySchema = z.object({
  name: personNameSchema,
  email: z.email("This does not look like an e-mail address."),
  password: z
    .string()
    .min(minPasswordLength, `A password needs at least ${minPasswordLength} characters.`)
    .max(maxPasswordLength, `A password may have up to ${maxPasswordLength} characters.`),
});
export type SignUpBody = z.input<typeof signUpBodySchema>;

/** `POST /api/auth/sign-in/email`. */
export const signInBodySchema = z.object({
  email: z.email("This does not look like an e-mail address."),
  password: z.string().min(1, "Enter your password."),
});
export type SignInBody = z.input<typeof signInBodySchema>;
