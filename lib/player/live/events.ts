import type { ErrorCode } from "@/lib/errors";
import { listen, stopAll } from "@/lib/player/dom";
import { fetchSoon } from "@/lib/player/live/fetch-soon";
import { isRecord } from "@/lib/player/live/record";

/** What a question to the server brought: a state, the news that there is none any more, or nothing for now. */
export type Polled<T> = { readonly state: "here"; readonly value: T } | { readonly state: "gone" } | { readonly state: "away" };

export interface EventsOptions<T> {
  /** Address of the stream. */
  readonly url: string;
  readonly read: (data: unknown) => T | undefined;
  /** Asks once, where streams don't get through. */
  readonly poll: () => Promise<Polled<T>>;
  readonly onState: (value: T) => void;
  readonly onLink: (isUp: boolean) => void;
  readonly onGone: () => void;
}

/** A stream that says nothing for so long doesn't get through: it tells the newest state when it opens. */
const silenceMs = 5_000;
const pollMs = 2_000;
const slowestPollMs = 10_000;

/** So often a stream gives a sign of life, as an event: comments are never shown to a page. */
export const streamBeatMs = 15_000;
/** A connection that broke without a word looks like one on which nothing happens, but for its signs of life. */
const lostMs = streamBeatMs * 2.5;

/**
 * Hears the latest state: by a stream, by asking every two seconds where no stream gets through, and at once when the
 * network comes back or the page comes into sight. A stream that fell silent is opened anew.
 */
export function hearEvents<T>({ url, read, poll, onState, onLink, onGone }: EventsOptions<T>): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let told = 0;
  let isStopped = false;

  const stop = () => {
    isStopped = true;
    clearTimeout(timer);
    source?.close();
  };
  const end = () => {
    if (isStopped) return;
    stop();
    onGone();
  };
  const ask = async () => {
    const before = told;
    const answer = await poll();
    // What the stream told meanwhile is newer.
    if (isStopped || told !== before) return;
    if (answer.state === "gone") return end();
    failures = answer.state === "here" ? 0 : failures + 1;
    if (answer.state === "here") onState(answer.value);
    onLink(answer.state === "here");
    askSoon(Math.min(slowestPollMs, pollMs * 1.5 ** failures));
  };
  /** Asks until the stream tells something. */
  const askSoon = (afterMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), afterMs);
  };
  const stayAlive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      onLink(false);
      open();
    }, lostMs);
  };
  const open = () => {
    source?.close();
    if (isStopped) return;
    const opened = new EventSource(url);
    source = opened;
    askSoon(silenceMs);
    opened.addEventListener("message", ({ data }) => {
      const value = read(parse(data));
      if (value === undefined) return;
      stayAlive();
      // A sign of life counts on a stream that told a state: from others it is still asked for.
      opened.addEventListener("beat", stayAlive);
      failures = 0;
      told++;
      onLink(true);
      onState(value);
    });
    opened.addEventListener("gone", end);
    opened.addEventListener("error", () => {
      opened.removeEventListener("beat", stayAlive);
      onLink(false);
      // What the browser doesn't try again by itself (a refusal) is asked for in words.
      askSoon(opened.readyState === EventSource.CLOSED ? 0 : pollMs);
    });
  };
  open();

  return stopAll([
    stop,
    listen(window, "online", open),
    listen(document, "visibilitychange", () => {
      if (document.visibilityState === "visible") open();
    }),
  ]);
}

const goneCodes: ReadonlySet<unknown> = new Set<ErrorCode>(["forbidden", "not-found", "gone"]);

/** Asks an address for a state as JSON. There is none any more where the server says so: a proxy says 404 too while nothing is behind it. */
export async function pollJson<T>(url: string, read: (data: unknown) => T | undefined): Promise<Polled<T>> {
  const answer = await fetchSoon<Polled<T> | undefined>(url, { cache: "no-store", headers: { accept: "application/json" } }, async (response) => {
    const data: unknown = await response.json();
    if (!response.ok) return isRecord(data) && goneCodes.has(data.code) ? { state: "gone" } : undefined;
    const value = read(data);
    return value === undefined ? undefined : { state: "here", value };
  });
  return answer ?? { state: "away" };
}

function parse(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
