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
} as const;

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];

/** True where the client must not reconnect by itself. 1009 (frame too big) would loop for ever otherwise. */
export function isPermanentClose(code: number): boolean {
  return code === 1009 || (code >= 4400 && code < 4500);
}
