import type { Talk } from "@/lib/player/drive/talk";
import { presenterWords } from "@/lib/player/drive/words";

/** What the large part of a remote does when it is pressed. */
export interface RemoteZone {
  readonly act: "next" | "start" | "take-over" | "none";
  readonly text: string;
  readonly more: string;
}

interface RemoteSituation {
  /** Nobody is signed in on this phone: it has a part in its own talk, and in no other. */
  readonly isPhone: boolean;
  readonly talk: Pick<Talk, "isDriver" | "driver"> | undefined;
  readonly hasNext: boolean;
  /** The next step is on the slide that is shown. */
  readonly isSameSlide: boolean;
}

/** By the talk, whoever drives it, and what comes next in it. */
export function remoteZone({ isPhone, talk, hasNext, isSameSlide }: RemoteSituation): RemoteZone {
  if (!talk && isPhone) return { act: "none", text: "No talk", more: "It has ended, or this phone was disconnected at the desk" };
  if (!talk) return { act: "start", text: "Go live", more: "The slides then move from here, on your stage and for everybody with the public link" };
  if (!talk.isDriver) return { act: "take-over", text: "Take over", more: presenterWords(talk.driver) };
  if (!hasNext) return { act: "none", text: "The end", more: "This is the last slide" };
  return { act: "next", text: "Next", more: isSameSlide ? "on this slide" : "" };
}
