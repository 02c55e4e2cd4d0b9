import { z } from "zod";

/** Every error answer is RFC 9457 `application/problem+json`; `detail` is a sentence for the person at the screen. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** Stable kebab-case word for programs, for example `deck-not-found`. */
  code: z.string(),
  /** Which part of the request was wrong, where one part was. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

export const problemContentType = "application/problem+json";
