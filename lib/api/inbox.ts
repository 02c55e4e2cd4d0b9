import { z } from "zod";
import { commentIdSchema, deckIdSchema } from "@/lib/api/ids";
import { maxPageSize } from "@/lib/api/limits";

/** Why something is in somebody's inbox: it speaks to them, answers them, or was said in a deck that they watch. */
const inboxReasons = ["mention", "reply", "comment"] as const;

/** What of a deck's comments reaches somebody. Whom a comment speaks to always hears of it. */
export const watchLevels = ["watching", "participating", "mentions", "mute"] as const;
export type WatchLevel = (typeof watchLevels)[number];

/** `GET /api/decks/:id/watch` and `PUT …/watch`. */
export const watchSchema = z.strictObject({ level: z.enum(watchLevels) });
export type Watch = z.infer<typeof watchSchema>;

export const inboxItemIdSchema = z.uuid().toLowerCase().brand<"InboxItemId">();
export type InboxItemId = z.infer<typeof inboxItemIdSchema>;

/** `GET /api/inbox?show=&cursor=&limit=`: newest first. Seen is what was looked at; handled is what somebody is done with. */
export const listInboxQuerySchema = z.object({
  show: z.enum(["open", "handled"]).default("open"),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(maxPageSize).default(30),
});
export type ListInboxQuery = z.input<typeof listInboxQuerySchema>;

export const inboxItemSchema = z.object({
  id: inboxItemIdSchema,
  reason: z.enum(inboxReasons),
  deck: z.object({ id: deckIdSchema, title: z.string() }),
  threadId: commentIdSchema,
  /** From 0; null where it is about the whole deck. */
  slide: z.int().nullable(),
  quote: z.string().nullable(),
  /** Empty for a guest without a name; null where the account is gone. */
  author: z.object({ name: z.string(), color: z.string() }).nullable(),
  body: z.string(),
  createdAt: z.iso.datetime(),
  isSeen: z.boolean(),
  isHandled: z.boolean(),
});
export type InboxItem = z.infer<typeof inboxItemSchema>;

export const inboxSchema = z.object({
  items: z.array(inboxItemSchema),
  unseen: z.int(),
  /** Hand it back as `cursor` for the next page; null at the end. */
  nextCursor: z.string().nullable(),
});
export type Inbox = z.infer<typeof inboxSchema>;

/** `GET /api/inbox/count`: for the bell. */
export const inboxCountSchema = z.object({ unseen: z.int() });
export type InboxCount = z.infer<typeof inboxCountSchema>;

/** `PATCH /api/inbox/:itemId`. */
export const patchInboxItemBodySchema = z.strictObject({ handled: z.boolean() });
export type PatchInboxItemBody = z.input<typeof patchInboxItemBodySchema>;
