/** Runs a change of slides under a view transition where the browser has them and the user wants motion. */
export function withTransition(name: string | undefined, direction: "forward" | "back", change: () => void): void {
  const isStill = name === "none" || document.visibilityState === "hidden" || matchMedia("(prefers-reduced-motion: reduce), print").matches;
  if (isStill || typeof document.startViewTransition !== "function") return change();
  Object.assign(document.documentElement.dataset, { direction, transition: name ?? "fade" });
  void document.startViewTransition(change).ready.catch(ignoreSkipped);
}

/** The next change, or a page that went out of sight, cuts a transition short: the slide is shown all the same. */
function ignoreSkipped(reason: unknown): void {
  if (!(reason instanceof DOMException)) throw reason;
}
