/** Sizes and paces that both ends of the collaboration socket hold to. */

/** One WebSocket message; the socket itself refuses more. */
export const maxFrameBytes = 4 * 1024 * 1024;
/** A deck's text, in UTF-8. */
export const maxTextBytes = 1024 * 1024;
export const maxConnectionsPerDeck = 200;
/** One person's carets and name, as JSON. */
export const maxAwarenessBytes = 4 * 1024;
/** A socket hears the newest carets at most this often: 20 times a second. */
export const awarenessTickMs = 50;
/** A stock client gives a silent socket up after 30 s; something is sent at least this often. */
export const keepAliveMs = 15_000;
/** A fence that stays unanswered for longer is told to the person as "Not saved". */
export const fencePatienceMs = 5_000;

/** What HELLO tells a client, so that it can refuse a paste before it enters the document. */
export const announcedLimits = { frameBytes: maxFrameBytes, textBytes: maxTextBytes } as const;
