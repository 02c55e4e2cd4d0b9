import type * as decoding from "lib0/decoding";
import { z } from "zod";
import { collabRoles, encodeJson, frameTypes, readJson } from "@/lib/collab/protocol/frames";

/** Who somebody is to everybody else. `sinceMs` is when they connected, by the server's clock; older servers don't say it. */
const userSchema = z.object({ id: z.string(), name: z.string(), color: z.string(), sinceMs: z.number().optional() });

const helloSchema = z.object({
  /** The document's generation: another one than the client's copy has must never be merged with it. */
  gen: z.int(),
  role: z.enum(collabRoles),
  /** Who this is to everybody else, whatever the client calls itself. */
  user: userSchema,
  seq: z.int(),
  limits: z.object({ frameBytes: z.int(), textBytes: z.int() }),
  /** `process`: this Postgres answers before its disk does, so a commit survives a crash of the server but not of the machine. */
  durability: z.enum(["fsync", "process"]),
  /** A part of the deck can't be read any more: what is left is shown, and nobody may change it. */
  isDamaged: z.literal(true).optional(),
});

/** The first frame after the upgrade. */
export type Hello = Readonly<z.infer<typeof helloSchema>>;

/** What stands beside the text of a deck. */
export const besideText = ["comments", "deck"] as const;
export type BesideText = (typeof besideText)[number];

/** Somebody took the text back to a version. */
export const restoredSchema = z.object({
  by: z.object({ id: z.string(), name: z.string() }),
  to: z.object({ name: z.string().nullable(), createdAt: z.string() }),
  /** The version that has what was there before. */
  replaced: z.string(),
  /** Of the text since: taking it back goes by this one, and not over what others wrote meanwhile. */
  etag: z.string(),
});
export type Restored = Readonly<z.infer<typeof restoredSchema>>;

const hintSchema = z.discriminatedUnion("kind", [
  /** Something beside the text changed; the data itself goes over HTTP. `by` changed what this person may do. */
  z.object({ kind: z.enum(besideText), rev: z.number(), by: z.string().optional() }),
  restoredSchema.extend({ kind: z.literal("restored") }),
  /** Somebody's last connection broke off; of those who leave nothing is said. */
  z.object({ kind: z.literal("lost"), user: userSchema }),
]);

/** Something that concerns the deck and isn't its text. */
export type Hint = Readonly<z.infer<typeof hintSchema>>;

/** Server to client: who they are here, and with which document. */
export function encodeHello(hello: Hello): Uint8Array {
  return encodeJson(frameTypes.hello, hello);
}

/** Server to client: something that isn't the text happened. */
export function encodeHint(hint: Hint): Uint8Array {
  return encodeJson(frameTypes.hint, hint);
}

/** Undefined where a newer server says something this client doesn't understand. */
export function readHello(decoder: decoding.Decoder): Hello | undefined {
  return helloSchema.safeParse(readJson(decoder)).data;
}

/** Undefined where a newer server tells of something this client doesn't know. */
export function readHint(decoder: decoding.Decoder): Hint | undefined {
  return hintSchema.safeParse(readJson(decoder)).data;
}
