import { z } from "zod";
import { phoneIdSchema, talkIdSchema, userIdSchema, versionIdSchema, type TalkId } from "@/lib/api/ids";

const maxAnchorLength = 500;
const anchorSchema = z.string().min(1).max(maxAnchorLength);
const stepSchema = z.int().min(0).max(10_000);
const slideSchema = z.int().min(1).max(100_000);

/** A stopwatch on the server's clock. Its last reset can be undone until it is started or paused by hand. */
export const talkClockSchema = z.object({ elapsedMs: z.number(), runningSinceMs: z.number().nullable(), canUndo: z.boolean() });

/** A talk, as whoever may present the deck sees it. */
export const talkSchema = z.object({
  id: talkIdSchema,
  /** Grows with every change: of two states the one with the higher is the newer. */
  rev: z.int(),
  state: z.enum(["running", "ended"]),
  /** What its audience sees: equals `data-version` of the public page. */
  version: z.string(),
  /** From 1, among the slides that are shown. */
  slide: z.int(),
  anchor: z.string(),
  step: z.int(),
  blank: z.boolean(),
  /** May viewers look at slides that were not shown yet? */
  peeking: z.boolean(),
  driver: z.object({ id: userIdSchema, name: z.string() }).nullable(),
  /** Does whoever asks drive? */
  isDriver: z.boolean(),
  clock: talkClockSchema,
  /** The server's time when the slide came that is shown. */
  slideSinceMs: z.number(),
  /** The server's time of this answer. */
  nowMs: z.number(),
  /** Slides of the deck that differ from the version that is shown. */
  changed: z.int(),
  /** Open pages that follow. */
  watching: z.int(),
  /** Those of them whose reader has left the talk's slide for another. */
  away: z.int(),
  /** Phones without a sign-in that act for whoever asks. */
  phones: z.array(phoneIdSchema).readonly(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type TalkInfo = z.infer<typeof talkSchema>;

/** `GET /api/decks/:id/talks`: newest first, so that one that runs stands first. */
export const talkListSchema = z.object({ talks: z.array(talkSchema) });
export type TalkList = z.infer<typeof talkListSchema>;

/** `POST /api/decks/:id/talks` → 201, or 200 with the one that runs already. It begins where the presenter stands. */
export const startTalkBodySchema = z.strictObject({
  peeking: z.boolean().default(true),
  anchor: anchorSchema.optional(),
  step: stepSchema.default(0),
});

/** A device may sleep over a move; after so long it has come too late anyway. */
const maxAgoMs = 24 * 3_600_000;

/** `POST …/talks/:talkId/state`: only its driver's moves the audience. */
export const moveTalkBodySchema = z.strictObject({
  anchor: anchorSchema,
  step: stepSchema,
  /** Counts where the version that is shown has no slide of this anchor: its heading was just reworded. */
  slide: slideSchema.optional(),
  blank: z.boolean().default(false),
  /** How long ago it was made, in ms: it may have waited for the network. */
  agoMs: z.number().min(0).max(maxAgoMs).default(0),
  /** The newest revision that was known as it was made. One that is older, where somebody has moved since it was made, comes too late. */
  rev: z.int().min(0).optional(),
});

/** `POST …/talks/:talkId/driver`: without a person the one who asks takes over. */
export const driveTalkBodySchema = z.strictObject({ userId: userIdSchema.optional() });

/** `GET …/talks/:talkId/presenters`: whom its driver can hand over to. */
export const talkPresentersSchema = z.object({ people: z.array(z.object({ id: userIdSchema, name: z.string() })).readonly() });
export type TalkPresenters = z.infer<typeof talkPresentersSchema>;

export const clockActs = ["start", "pause", "reset", "undo"] as const;
export type ClockAct = (typeof clockActs)[number];
/** `POST …/talks/:talkId/clock`. */
export const clockBodySchema = z.strictObject({ act: z.enum(clockActs, "Choose one of start, pause, reset or undo.") });

/** `POST …/talks/:talkId/peeking`: may viewers look at slides that were not shown yet? */
export const peekingBodySchema = z.strictObject({ peeking: z.boolean() });

/** `POST …/talks/:talkId/phones` → 201: an address that makes one phone a remote of this talk, once, and the code to scan for it. */
export const phoneCodeSchema = z.object({ url: z.url(), svg: z.string(), expiresAt: z.iso.datetime() });
export type PhoneCode = z.infer<typeof phoneCodeSchema>;

/** `GET …/talks/:talkId`: what was shown when, by whom, of which version. */
export const talkRecordSchema = talkSchema.extend({
  visits: z
    .array(
      z.object({
        slide: z.int(),
        anchor: z.string(),
        title: z.string(),
        /** On screen. */
        seconds: z.int(),
        at: z.iso.datetime(),
        driver: z.string().nullable(),
        versionId: versionIdSchema,
      }),
    )
    .readonly(),
  /** The versions that it showed, in their order. */
  versions: z.array(z.object({ id: versionIdSchema, at: z.iso.datetime(), slides: z.int() })).readonly(),
});
export type TalkRecord = z.infer<typeof talkRecordSchema>;

const fraction = z.number().min(0).max(1);
/** `POST …/talks/:talkId/pointer`: a place on the slide's canvas, as parts of its width and height. */
export const pointerBodySchema = z.union([z.strictObject({ x: fraction, y: fraction }), z.strictObject({ off: z.literal(true) })]);

/** What `/p/:slug/events` sends: the latest state and nothing else. */
export interface LiveState {
  /** 0 where no talk runs. */
  readonly rev: number;
  readonly live: boolean;
  readonly version: string;
  readonly slide: number | null;
  readonly anchor: string | null;
  readonly step: number;
  readonly blank: boolean;
  /** The furthest slide that is sent; null where all are. */
  readonly reach: number | null;
  readonly pointer: { readonly x: number; readonly y: number } | null;
  /** A talk that was given on this link; null while one runs. */
  readonly presented: PresentedTalk | null;
}

/** What a public page says of the talk that its slides were shown in. */
export interface PresentedTalk {
  readonly talkId: TalkId;
  /** ISO, when it began. */
  readonly at: string;
  /** Who presented; empty where nobody gave a name. */
  readonly by: readonly string[];
  /** Slides that are others in the latest text. */
  readonly changed: number;
  /** The page shows the slides of then, not the latest. */
  readonly isShown: boolean;
}
