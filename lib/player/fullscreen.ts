import type { Behaviour } from "@/lib/player/player";

/** `f` fills the screen, and leaves it again. Phones that can't do so go on as they are. */
export const fullscreen: Behaviour = (player) =>
  player.handle("fullscreen", () => {
    if (!document.fullscreenEnabled) return false;
    void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen({ navigationUI: "hide" })).catch(
      stayAsItIs,
    );
    return true;
  });

/** The browser wants a fresh key press or an embedding page forbids it: the slides are as usable in the window. */
function stayAsItIs(reason: unknown): void {
  if (!(reason instanceof TypeError)) throw reason;
}
