import { listen, stopAll } from "@/lib/player/dom";
import type { Behaviour, Player } from "@/lib/player/player";

/** Which slide an address names: `#7` by number, `#intro` by anchor, or the one that holds an element of this id. */
export function slideOfHash(
  hash: string,
  slides: readonly { readonly anchor: string; readonly holds: (id: string) => boolean }[],
): number | undefined {
  const id = decode(hash.replace(/^#/, ""));
  if (id === "") return undefined;
  const byAnchor = slides.findIndex((slide) => slide.anchor === id);
  if (byAnchor !== -1) return byAnchor;
  if (/^\d+$/.test(id)) return Math.min(Math.max(Number(id), 1), slides.length) - 1;
  const byElement = slides.findIndex((slide) => slide.holds(id));
  return byElement === -1 ? undefined : byElement;
}

/** The address follows the slide, and back and forward lead through the slides that were seen. */
export const hash: Behaviour = (player) => {
  const read = (isQuiet: boolean) => {
    const slide = slideOfHash(location.hash, named(player));
    if (slide !== undefined && slide !== player.position().slide) player.move({ type: "go", slide }, { isQuiet });
  };
  read(true);
  let isReading = false;
  return stopAll([
    listen(window, "hashchange", () => {
      isReading = true;
      read(false);
      isReading = false;
    }),
    player.onMove(({ position, before, isQuiet }) => {
      if (isReading || position.slide === before?.slide) return;
      const address = `#${encodeURIComponent(player.slides[position.slide]?.anchor ?? "")}`;
      // An embedded page leaves the history of the page around it alone.
      if (isQuiet || player.root.dataset.embed !== undefined) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    }),
  ]);
};

function named(player: Player) {
  return player.slides.map(({ anchor, section }) => ({ anchor, holds: (id: string) => section.querySelector(`[id="${CSS.escape(id)}"]`) !== null }));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    // A lone % is no escape: then the text stands for itself.
    if (error instanceof URIError) return text;
    throw error;
  }
}
