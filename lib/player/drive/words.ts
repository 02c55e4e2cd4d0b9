import type { SessionState } from "@/lib/player/drive/session";
import type { Talk, TalkPerson } from "@/lib/player/drive/talk";

/** How the talk stands, in words, for whoever presents. */
export interface TalkWords {
  readonly text: string;
  readonly tone: "quiet" | "live" | "warning";
}

/** `Live`, `No connection: the talk goes on here`, `Ben is presenting`. */
export function talkWords({ talk, isLinkUp, isSent }: Pick<SessionState, "talk" | "isLinkUp" | "isSent">): TalkWords {
  if (!talk) return { text: "Nobody follows yet", tone: "quiet" };
  if (!isLinkUp) {
    const text = talk.isDriver ? "No connection: the talk goes on here, your audience catches up" : "No connection: trying again…";
    return { text, tone: "warning" };
  }
  if (!talk.isDriver) return { text: presenterWords(talk.driver), tone: "live" };
  return { text: isSent ? "Live" : "Live, sending…", tone: "live" };
}

/** `23 watching`, `23 watching, 3 on other slides`. */
export function audienceWords({ watching, away }: Pick<Talk, "watching" | "away">): string {
  if (watching === 0) return "Nobody watching yet";
  const others = away === 0 ? "" : away === 1 ? ", 1 on another slide" : `, ${away} on other slides`;
  return `${watching} watching${others}`;
}

/** `Phone connected`. */
export function phoneWords(phones: number): string {
  if (phones === 0) return "";
  return phones === 1 ? "Phone connected" : `${phones} phones connected`;
}

/** `Update slides: 4 changed`; undefined where the audience has the newest. */
export function updateWords(changed: number): string | undefined {
  return changed === 0 ? undefined : `Update slides: ${changed} changed`;
}

/** `Ben is presenting`. */
export function presenterWords(driver: TalkPerson | undefined): string {
  return `${driver?.name ?? "Somebody else"} is presenting`;
}

/** What to say of an address that is shown to phones and names the computer that shows it: a phone would ask itself. */
export function unreachableWords(address: string): string | undefined {
  if (!/^https?:\/\/(?:localhost|127\.[\d.]+|\[::1\])(?:[:/]|$)/.test(address)) return undefined;
  return "A phone can’t open this address: on each device it means that device. Open the desk by an address that your phone reaches too, and show the code there.";
}
