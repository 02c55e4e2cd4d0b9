import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { hearEvents, pollJson, streamBeatMs, type Polled } from "@/lib/player/live/events";
import { cutNetwork } from "@/tests/support/cut-network";

/** A stream that the test speaks for. */
class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static readonly all: FakeSource[] = [];
  readyState = 1;
  constructor(readonly url: string) {
    super();
    FakeSource.all.push(this);
  }
  close() {
    this.readyState = FakeSource.CLOSED;
  }
  say(data: unknown) {
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(data) }));
  }
  beat() {
    this.dispatchEvent(new Event("beat"));
  }
  fail(readyState: number) {
    this.readyState = readyState;
    this.dispatchEvent(new Event("error"));
  }
}

const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
const network = new EventTarget();

beforeEach(() => {
  vi.useFakeTimers();
  FakeSource.all.length = 0;
  vi.stubGlobal("EventSource", FakeSource);
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", network);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const read = (data: unknown) => (typeof data === "number" ? data : undefined);

function hear(poll: () => Polled<number> | Promise<Polled<number>> = () => ({ state: "away" })) {
  const heard = { states: [] as number[], links: [] as boolean[], gone: 0, polls: 0 };
  const stop = hearEvents<number>({
    url: "/events",
    read,
    poll: async () => {
      heard.polls++;
      return poll();
    },
    onState: (value) => heard.states.push(value),
    onLink: (isUp) => heard.links.push(isUp),
    onGone: () => heard.gone++,
  });
  return { heard, stop, source: () => FakeSource.all.at(-1) ?? new FakeSource("none") };
}

/** Signs of life for long enough to be missed where they are none. */
async function beatOn(source: FakeSource) {
  for (let beats = 0; beats < 4; beats++) {
    await vi.advanceTimersByTimeAsync(streamBeatMs);
    source.beat();
  }
}

describe("asking for a state", () => {
  const askAndGet = (status: number, body: string) => {
    vi.stubGlobal("fetch", async () => new Response(body, { status }));
    return pollJson("/events?poll=1", read);
  };

  test.each([
    [403, "forbidden"],
    [404, "not-found"],
    [410, "gone"],
  ])("a %d of the server says that there is none any more", async (status, code) => {
    expect(await askAndGet(status, JSON.stringify({ status, code, detail: "This link has ended." }))).toEqual({ state: "gone" });
  });

  test.each([403, 404, 410])("a %d of a proxy, with nothing behind it for now, says nothing", async (status) => {
    expect(await askAndGet(status, "<h1>Nothing here</h1>")).toEqual({ state: "away" });
    expect(await askAndGet(status, JSON.stringify({ message: "no route" }))).toEqual({ state: "away" });
  });
});

describe("hearing the latest state", () => {
  test("comes by the stream, and nothing is asked for while it does", async () => {
    const { heard, stop, source } = hear();
    source().say(1);
    source().say(2);
    await beatOn(source());
    expect(heard).toMatchObject({ states: [1, 2], links: [true, true], polls: 0 });
    expect(FakeSource.all).toHaveLength(1);
    stop();
  });

  test("comes by another stream where one falls silent, and the connection is lost until then", async () => {
    const { heard, stop, source } = hear();
    source().say(1);
    await beatOn(source());
    await vi.advanceTimersByTimeAsync(2.5 * streamBeatMs);
    expect(heard.links).toEqual([true, false]);
    expect(FakeSource.all.map(({ readyState }) => readyState)).toEqual([FakeSource.CLOSED, 1]);
    source().say(2);
    expect(heard).toMatchObject({ states: [1, 2], links: [true, false, true], polls: 0 });
    stop();
  });

  test("is asked for every two seconds where no stream gets through, until one does", async () => {
    const { heard, stop, source } = hear(() => ({ state: "here", value: 7 }));
    await vi.advanceTimersByTimeAsync(5_000);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(heard).toMatchObject({ states: [7, 7, 7], polls: 3 });
    source().say(8);
    await beatOn(source());
    expect(heard.polls).toBe(3);
    stop();
  });

  test("is asked for until a stream told one: its signs of life alone are no news", async () => {
    const { heard, stop, source } = hear(() => ({ state: "here", value: 7 }));
    source().beat();
    await vi.advanceTimersByTimeAsync(5_000);
    source().beat();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(heard).toMatchObject({ states: [7, 7, 7], polls: 3 });
    source().say(8);
    source().fail(0);
    source().beat();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(heard.states).toEqual([7, 7, 7, 8, 7]);
    stop();
  });

  test("is asked for again where a question hangs on a network that is gone", async () => {
    const { asked, answer } = cutNetwork();
    const { heard, stop } = hear(() => pollJson("/events?poll=1", read));
    for (let seconds = 0; seconds < 60 && asked.length < 2; seconds++) await vi.advanceTimersByTimeAsync(1_000);
    expect(heard).toMatchObject({ states: [], links: [false] });
    answer(7);
    await vi.advanceTimersByTimeAsync(0);
    expect(heard).toMatchObject({ states: [7], links: [false, true] });
    stop();
  });

  test("tells when the connection is lost and when it is back", async () => {
    const { heard, stop, source } = hear();
    source().say(1);
    source().fail(0);
    source().say(2);
    expect(heard.links).toEqual([true, false, true]);
    stop();
  });

  test("ends for a link that is gone, be it told by the stream or by the answer to a question", async () => {
    const told = hear();
    told.source().dispatchEvent(new Event("gone"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told.heard).toMatchObject({ gone: 1, polls: 0 });

    const refused = hear(() => ({ state: "gone" }));
    refused.source().fail(FakeSource.CLOSED);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(refused.heard).toMatchObject({ gone: 1, polls: 1 });
  });

  test("opens anew when the network is back, and when the page comes into sight", () => {
    const { stop } = hear();
    network.dispatchEvent(new Event("online"));
    expect(FakeSource.all).toHaveLength(2);
    page.visibilityState = "hidden";
    page.dispatchEvent(new Event("visibilitychange"));
    expect(FakeSource.all).toHaveLength(2);
    page.visibilityState = "visible";
    page.dispatchEvent(new Event("visibilitychange"));
    expect(FakeSource.all).toHaveLength(3);
    stop();
  });

  test("hears nothing any more once stopped", async () => {
    const { heard, stop, source } = hear(() => ({ state: "here", value: 7 }));
    const last = source();
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(last.readyState).toBe(FakeSource.CLOSED);
    expect(heard.states).toEqual([]);
  });
});
