/** Runs a change of slides under a view transition where the browser has them and the user wants motion. */
export function withTransition(name: string | undefined, direction: "forward" | "back", change: () => void): void {
  const isStill = name === "none" || document.visibilityState === "hidden" || matchMedia("(prefers-reduced-motion: reduce), print").matches;
  if (isStill || typeof document.startViewTransition !== "function") return change();
  document.documentElement.dataset.direction = direction;
  document.startViewTransition(change);
}
