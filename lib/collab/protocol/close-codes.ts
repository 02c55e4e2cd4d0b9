/**
 * WebSocket close codes of `/collab/:deckId`. 4400 to 4499 are permanent for a stock y-websocket client:
 * it stops reconnecting and reports `closed`. All others make it retry.
 */
export const closeCodes = {
  failed: 1011,
  restarting: 1012,
  overloaded: 1013,
  tokenInvalid: 4401,
  forbidden: 4403,
  deleted: 4404,
  generationChanged: 4409,
  tooLarge: 4413,
  badUpdate: 4422,
  /** What the client holds and what is stored read differently, and never will be the same again. */
  apart: 4423,
  /** Said by a client whose network goes: it did not leave. */
  connectionLost: 4000,
} as const;

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];

/** Why a generation changed: the text is the same, its history was too long. */
export const renewedReason = "renewed";

/** A close frame's reason holds 123 bytes; three of them are `by:`. */
const maxNameBytes = 120;

/** The reason of a close that somebody is behind. A name that is too long is cut at a character. */
export function encodeClosedBy(name: string): string {
  const encoder = new TextEncoder();
  let cut = "";
  for (const character of name) {
    if (encoder.encode(cut + character).byteLength > maxNameBytes) break;
    cut += character;
  }
  return `by:${cut}`;
}

/** Who is behind a close, where its reason says so. */
export function readClosedBy(reason: string): string | undefined {
  return reason.startsWith("by:") && reason.length > 3 ? reason.slice(3) : undefined;
}

/** True where the client must not reconnect by itself. 1009 (frame too big) would loop for ever otherwise. */
export function isPermanentClose(code: number): boolean {
  return code === 1009 || (code >= 4400 && code < 4500);
}
