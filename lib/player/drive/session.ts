import { listen, stopAll } from "@/lib/player/dom";
import { ask, type Answer } from "@/lib/player/drive/ask";
import { createLatest } from "@/lib/player/drive/latest";
import { isAhead, isSamePlace, type OwnPlace } from "@/lib/player/drive/own-place";
import { createPointerTeller } from "@/lib/player/drive/tell-pointer";
import { readPeople, readPhoneCode, readRunning, readTalk, type PhoneCode, type Talk, type TalkPerson } from "@/lib/player/drive/talk";
import { hearEvents } from "@/lib/player/live/events";
import type { LivePlace, Spot } from "@/lib/player/live/live-state";
import { isRecord } from "@/lib/player/live/record";

/** What presenters know of their talk. */
export interface SessionState {
  /** The one that runs; its place is where this device has gone, also before the server has heard of it. */
  readonly talk: Talk | undefined;
  readonly isLinkUp: boolean;
  /** The server has every move of this device. */
  readonly isSent: boolean;
  /** What the server said to the last wish, where it refused it. */
  readonly problem: string | undefined;
  /** A wish is on its way. */
  readonly isBusy: boolean;
}

/** The talk of one deck, as one presenter's page holds it. */
export interface TalkSession {
  readonly state: () => SessionState;
  readonly onChange: (listener: () => void) => () => void;
  readonly start: (options: { readonly peeking: boolean; readonly place: LivePlace }) => Promise<void>;
  /** Where the driver has gone: shown here already, told to the server when it can be. */
  readonly tell: (place: LivePlace) => void;
  /** Another window of this browser has gone there and tells the server. */
  readonly expect: (place: LivePlace) => void;
  readonly point: (spot: Spot | undefined) => void;
  /** Everybody who may drive; undefined where that can't be told now. */
  readonly presenters: () => Promise<readonly TalkPerson[] | undefined>;
  /** Without a person: I drive. */
  readonly drive: (userId?: string) => Promise<void>;
  readonly clock: (act: "start" | "pause" | "reset" | "undo") => Promise<void>;
  /** May viewers look ahead? */
  readonly peek: (isPeeking: boolean) => Promise<void>;
  /** A code that makes one phone a remote; undefined where there is none now. */
  readonly invitePhone: () => Promise<PhoneCode | undefined>;
  readonly disconnectPhones: () => Promise<void>;
  readonly update: () => Promise<void>;
  readonly end: () => Promise<void>;
  readonly stop: () => void;
}

/** Without a talk the server is asked so often whether one has begun on another device. */
const lookEveryMs = 5_000;
const expectMs = 3_000;

/**
 * Holds the running talk of a deck; `base` is the address of its talks. A phone that nobody is signed in on has a part in
 * one talk: after it there is nothing to look for.
 */
export function openSession(base: string, { isPhone }: { readonly isPhone: boolean }): TalkSession {
  let talk: Talk | undefined;
  let own: OwnPlace | undefined;
  let isLinkUp = true;
  let problem: string | undefined;
  let busy = 0;
  let stopHearing: (() => void) | undefined;
  let lookTimer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const listeners = new Set<() => void>();
  const tellAll = () => {
    for (const listener of [...listeners]) listener();
  };
  // Windows of one browser tell each other that a talk began or ended.
  const windows = typeof BroadcastChannel === "function" ? new BroadcastChannel(`lectern talk ${base}`) : undefined;
  if (windows) windows.onmessage = () => void look();

  const take = (newest: Talk | undefined) => {
    if (isStopped) return;
    const before = talk;
    if (newest && before && newest.id === before.id && newest.rev < before.rev) return;
    talk = newest?.isRunning ? newest : undefined;
    if (!talk || (own && !isAhead(own, talk, Date.now()))) own = undefined;
    if (talk?.id !== before?.id) {
      stopHearing?.();
      stopHearing = talk && hear(talk.id);
      if (!talk) {
        places.clear();
        isLinkUp = true;
        lookLater();
      }
    }
    tellAll();
  };
  const hear = (id: string) =>
    hearEvents<Talk>({
      url: `${base}/${id}/events`,
      read: (data) => readTalk(data, Date.now()),
      poll: async () => {
        const found = await running();
        if (found === undefined) return { state: "away" };
        return found === "none" || found.id !== id ? { state: "gone" } : { state: "here", value: found };
      },
      onState: take,
      onLink: (isUp) => {
        if (isLinkUp === isUp) return;
        isLinkUp = isUp;
        tellAll();
      },
      onGone: () => take(undefined),
    });
  const running = async () => {
    const answer = await ask("GET", base);
    return answer.state === "done" ? readRunning(answer.data, Date.now()) : undefined;
  };
  const look = async () => {
    clearTimeout(lookTimer);
    const found = await running();
    if (isStopped || talk) return;
    if (found && found !== "none") take(found);
    else lookLater();
  };
  const lookLater = () => {
    clearTimeout(lookTimer);
    if (!isStopped && !isPhone) lookTimer = setTimeout(() => void look(), lookEveryMs);
  };

  /** The newest revision that a move of this page has made. */
  let movedTo = 0;
  /** The last try to tell a move got no answer: only what waited for the network may come too late. */
  let wasAway = false;
  const places = createLatest<{ readonly talkId: string; readonly place: LivePlace; readonly rev: number; readonly atMs: number }>({
    send: async ({ talkId, place, rev, atMs }) => {
      const { anchor, step, slide, isBlank } = place;
      const made = wasAway ? { agoMs: Math.max(0, Date.now() - atMs), rev: Math.max(rev, movedTo) } : {};
      const answer = await ask("POST", `${base}/${talkId}/state`, { anchor, step, slide: slide + 1, blank: isBlank, ...made });
      wasAway = answer.state === "away";
      if (answer.state === "away") {
        isLinkUp = false;
        return false;
      }
      // A slide that the audience's version doesn't have: newer slides are on their way to this page, and the talk goes on.
      // A move that came too late: the talk went on elsewhere, and this page goes along.
      if (answer.state === "refused") await refresh(answer.status === 422 || answer.status === 409 ? undefined : answer.sentence);
      else movedTo = revOf(answer.data);
      if (answer.state === "done" && own?.state === "sending" && isSamePlace(own.place, place))
        own = { state: "sent", place, rev: revOf(answer.data) };
      return true;
    },
    onState: tellAll,
  });
  /** Refused: somebody else drives by now, or the talk has ended. */
  const refresh = async (sentence: string | undefined) => {
    own = undefined;
    problem = sentence;
    const found = await running();
    if (found) take(found === "none" ? undefined : found);
  };
  /** A wish that is answered with the talk. */
  const wish = async (url: string, body: Readonly<Record<string, unknown>> = {}) => {
    problem = undefined;
    busy++;
    tellAll();
    const answer = await ask("POST", url, body);
    busy--;
    problem = problemOf(answer);
    const newest = answer.state === "done" ? readTalk(answer.data, Date.now()) : undefined;
    if (newest) take(newest);
    else if (answer.state === "refused") await refresh(answer.sentence);
    tellAll();
    return answer.state === "done";
  };
  const wishFor = async (what: string, body?: Readonly<Record<string, unknown>>) => void (talk && (await wish(`${base}/${talk.id}/${what}`, body)));

  let isPointing = false;
  const pointer = createPointerTeller(async (spot) => {
    if (talk?.isDriver) await ask("POST", `${base}/${talk.id}/pointer`, spot ? { x: spot.x, y: spot.y } : { off: true });
  });
  const point = (spot: Spot | undefined) => {
    if (!talk?.isDriver) return;
    isPointing = spot !== undefined;
    pointer.point(spot);
  };
  void look();

  return {
    state: () => ({ talk: talk && own ? { ...talk, place: own.place } : talk, isLinkUp, isSent: places.isSent(), problem, isBusy: busy > 0 }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start: async ({ peeking, place: { anchor, step } }) => {
      if (await wish(base, { peeking, anchor, step })) windows?.postMessage("talk");
    },
    tell: (place) => {
      if (!talk?.isDriver) return;
      own = { state: "sending", place };
      places.push({ talkId: talk.id, place, rev: talk.rev, atMs: Date.now() });
    },
    expect: (place) => {
      if (talk?.isDriver && own?.state !== "sending") own = { state: "expected", place, untilMs: Date.now() + expectMs };
    },
    point,
    presenters: async () => {
      const answer = talk && (await ask("GET", `${base}/${talk.id}/presenters`));
      return answer?.state === "done" ? readPeople(answer.data) : undefined;
    },
    drive: (userId) => wishFor("driver", userId === undefined ? {} : { userId }),
    clock: (act) => wishFor("clock", { act }),
    peek: (isPeeking) => wishFor("peeking", { peeking: isPeeking }),
    invitePhone: async () => {
      const answer = talk && (await ask("POST", `${base}/${talk.id}/phones`));
      return answer?.state === "done" ? readPhoneCode(answer.data) : undefined;
    },
    disconnectPhones: async () => {
      if (!talk) return;
      const { id, phones } = talk;
      const answers = await Promise.all(phones.map((phone) => ask("DELETE", `${base}/${id}/phones/${phone}`)));
      problem = answers.map(problemOf).find((one) => one !== undefined);
      tellAll();
    },
    update: () => wishFor("version"),
    end: async () => {
      await wishFor("end");
      windows?.postMessage("talk");
    },
    stop: stopAll([
      () => {
        isStopped = true;
        clearTimeout(lookTimer);
        stopHearing?.();
        windows?.close();
      },
      places.stop,
      pointer.stop,
      // Nobody moves the pointer of a page that is gone.
      listen(window, "pagehide", () => {
        if (isPointing) point(undefined);
      }),
    ]),
  };
}

function problemOf(answer: Answer): string | undefined {
  if (answer.state === "done") return undefined;
  return answer.state === "refused" ? answer.sentence : "The server can't be reached. Try again when the network is back.";
}

function revOf(data: unknown): number {
  return isRecord(data) && typeof data.rev === "number" ? data.rev : 0;
}
