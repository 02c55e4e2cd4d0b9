import { z } from "zod";

/** Ids are UUIDs; the brand keeps one kind from being handed over as another. */
export const deckIdSchema = z.uuid().toLowerCase().brand<"DeckId">();
export type DeckId = z.infer<typeof deckIdSchema>;

export const userIdSchema = z.uuid().brand<"UserId">();
export type UserId = z.infer<typeof userIdSchema>;

export const linkIdSchema = z.uuid().toLowerCase().brand<"LinkId">();
export type LinkId = z.infer<typeof linkIdSchema>;

export const versionIdSchema = z.uuid().brand<"VersionId">();
export type VersionId = z.infer<typeof versionIdSchema>;

export const teamIdSchema = z.uuid().toLowerCase().brand<"TeamId">();
export type TeamId = z.infer<typeof teamIdSchema>;

export const invitationIdSchema = z.uuid().toLowerCase().brand<"InvitationId">();
export type InvitationId = z.infer<typeof invitationIdSchema>;

export const slideIdSchema = z.uuid().brand<"SlideId">();
export type SlideId = z.infer<typeof slideIdSchema>;

export const commentIdSchema = z.uuid().toLowerCase().brand<"CommentId">();
export type CommentId = z.infer<typeof commentIdSchema>;

export const phoneIdSchema = z.uuid().toLowerCase().brand<"PhoneId">();
export type PhoneId = z.infer<typeof phoneIdSchema>;

export const talkIdSchema = z.uuid().toLowerCase().brand<"TalkId">();
export type TalkId = z.infer<typeof talkIdSchema>;

export const folderIdSchema = z.uuid().toLowerCase().brand<"FolderId">();
export type FolderId = z.infer<typeof folderIdSchema>;

export const tokenIdSchema = z.uuid().toLowerCase().brand<"TokenId">();
export type TokenId = z.infer<typeof tokenIdSchema>;

export const webhookIdSchema = z.uuid().toLowerCase().brand<"WebhookId">();
export type WebhookId = z.infer<typeof webhookIdSchema>;

export const deliveryIdSchema = z.uuid().toLowerCase().brand<"DeliveryId">();
export type DeliveryId = z.infer<typeof deliveryIdSchema>;
