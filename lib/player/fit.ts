import { measureFit } from "@/lib/player/measure-fit";
import type { Behaviour } from "@/lib/player/player";

/** Narrow and upright: slides flow as text there, and no canvas has to be filled. */
export const readingQuery = "(max-width: 640px) and (orientation: portrait)";

/** Slides that need no second look: fitted with all their pictures there. */
const fitted = new WeakSet<HTMLElement>();

/**
 * Sets a shown slide as tight as it needs. One that came with its step is only looked at for running over even so;
 * what runs over can be scrolled, so that nothing is cut off.
 */
export function fitSlide(section: HTMLElement): void {
  if (isText(section)) return reachWide(section);
  if (fitted.has(section)) return;
  const waiting = [...section.querySelectorAll("img")].filter((image) => !image.complete);
  for (const image of waiting) {
    for (const type of ["load", "error"]) image.addEventListener(type, () => fitSlide(section), { once: true });
  }
  if (section.clientHeight === 0) return;
  if (waiting.length === 0) fitted.add(section);
  const { step, screens } = measureFit(section);
  if (section.dataset.fit === undefined) section.style.setProperty("--fit", String(step / 100));
  section.toggleAttribute("data-over", screens > 1);
}

/** It flows as text, so that there is no canvas to fill. A desk's pictures of slides always have one. */
function isText(section: HTMLElement): boolean {
  return matchMedia(readingQuery).matches && section.closest(".stage:not([data-view], [data-canvas])") !== null;
}

/** Code, tables and diagrams that are wider than a page of text scroll by themselves: by keyboard too. */
export function reachWide(section: HTMLElement): void {
  for (const box of section.querySelectorAll<HTMLElement>("pre, table, [role=img]")) if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
}

/** Fonts change how much room words take. */
export const fit: Behaviour = (player) => {
  let isStopped = false;
  const again = () => {
    if (isStopped) return;
    for (const { section } of player.slides) fitted.delete(section);
    const current = player.slides[player.position().slide];
    if (current) fitSlide(current.section);
  };
  void document.fonts.ready.then(again);
  const reading = matchMedia(readingQuery);
  reading.addEventListener("change", again);
  return () => {
    isStopped = true;
    reading.removeEventListener("change", again);
  };
};
