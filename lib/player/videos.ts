import { element, listen, stopAll } from "@/lib/player/dom";
import type { Behaviour } from "@/lib/player/player";

/** Hosts whose players a card may call; the page's policy names the same. */
const frameHosts: ReadonlySet<string> = new Set(["www.youtube-nocookie.com", "player.vimeo.com"]);

/** The player that a card calls; undefined for anything but an address of a known host. */
export function frameOf(address: string | undefined, protocol: string): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== "https:" || !frameHosts.has(url.hostname)) return undefined;
  // YouTube's player refuses pages that can't say where they are (error 153): from disk the link opens its page.
  return protocol === "file:" && url.hostname === "www.youtube-nocookie.com" ? undefined : url.href;
}

/** A click on a card puts the host's player in its place; leaving the slide takes it away again, and its sound with it. */
export const videos: Behaviour = (player) => {
  const open = new Map<HTMLElement, readonly Node[]>();
  const close = () => {
    for (const [card, nodes] of open) card.replaceChildren(...nodes);
    open.clear();
  };
  return stopAll([
    listen(player.root, "click", (event) => {
      const card = event.target instanceof Element ? event.target.closest<HTMLElement>(".video-card") : null;
      if (card === null || open.has(card) || event.ctrlKey || event.metaKey || player.root.dataset.view === "overview") return;
      const address = frameOf(card.dataset.frame, location.protocol);
      if (address === undefined) return;
      event.preventDefault();
      open.set(card, [...card.childNodes]);
      const frame = element("iframe", {
        src: address,
        title: card.querySelector(".video-title")?.textContent ?? "Film",
        allow: "autoplay; fullscreen; picture-in-picture; encrypted-media",
        sandbox: "allow-scripts allow-same-origin allow-presentation allow-popups",
        referrerpolicy: "strict-origin",
      });
      card.replaceChildren(frame);
      frame.focus();
    }),
    player.onMove(({ position, before }) => {
      if (position.slide !== before?.slide) close();
    }),
    close,
  ]);
};
