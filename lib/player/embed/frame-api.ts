import { listen, stopAll } from "@/lib/player/dom";
import { isRecord } from "@/lib/player/live/record";
import type { Behaviour, Player } from "@/lib/player/player";

/** What a page around embedded slides may ask for. */
const commands = ["next", "previous", "next-slide", "previous-slide", "first", "last", "goto", "state"] as const;
type FrameCommand =
  | { readonly command: Exclude<(typeof commands)[number], "goto"> }
  /** By its number from 1, or by its address. */
  | { readonly command: "goto"; readonly slide: number | string; readonly step: number };

/** Reads a message; undefined for anything that is none of ours. */
export function readCommand(data: unknown): FrameCommand | undefined {
  if (!isRecord(data) || data.lectern !== 1) return undefined;
  const command = commands.find((one) => one === data.command);
  if (command === undefined) return undefined;
  if (command !== "goto") return { command };
  const { slide, step } = data;
  if (typeof slide !== "number" && typeof slide !== "string") return undefined;
  return { command, slide, step: typeof step === "number" ? step : 0 };
}

/** The one origin that an address lets command its slides: `?embed&origin=https://example.org`. Undefined: none. */
export function readOrigin(search: string): string | undefined {
  const asked = new URLSearchParams(search).get("origin");
  if (asked === null || !URL.canParse(asked)) return undefined;
  const { origin } = new URL(asked);
  return origin === "null" ? undefined : origin;
}

/**
 * Messages between embedded slides and the page around them. The address names that page's origin: commands count from it
 * alone, and from the frame's own parent; what happens here is told to it and to nobody else.
 */
export const frameApi: Behaviour = (player) => {
  const origin = readOrigin(location.search);
  if (origin === undefined || parent === window) return () => undefined;
  const tell = (event: "ready" | "slidechanged" | "state") => parent.postMessage({ lectern: 1, event, ...stateOf(player) }, origin);
  tell("ready");
  return stopAll([
    listen(window, "message", (event) => {
      if (event.source !== parent || event.origin !== origin) return;
      const asked = readCommand(event.data);
      if (asked?.command === "state") tell("state");
      else if (asked?.command === "goto") goTo(player, asked);
      else if (asked) player.move({ type: asked.command });
    }),
    player.onMove(() => tell("slidechanged")),
  ]);
};

function stateOf(player: Player) {
  const { slide, step } = player.position();
  return { slide: slide + 1, step, anchor: player.slides[slide]?.anchor ?? "", steps: player.fragments[slide] ?? 0, total: player.total };
}

function goTo(player: Player, { slide, step }: Extract<FrameCommand, { command: "goto" }>): void {
  const at = typeof slide === "number" ? slide - 1 : player.slides.findIndex(({ anchor }) => anchor === slide);
  if (at >= 0) player.move({ type: "go", slide: at, step });
}
