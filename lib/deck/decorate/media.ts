import { elementsOf, readAttribute, removeAttribute, setAttribute, type Parent } from "@/lib/deck/sanitize/tree";

/**
 * Films and recordings that are to play by themselves say so to the player alone: it starts them when their slide
 * is shown. The browser's own attribute would start them all at once, in every preview. Where it may be refused, since
 * they are heard, controls are there.
 */
export function holdAutoplay(root: Parent): void {
  for (const element of elementsOf(root)) {
    if ((element.tagName !== "video" && element.tagName !== "audio") || readAttribute(element, "data-l-autoplay") === undefined) continue;
    removeAttribute(element, "data-l-autoplay");
    setAttribute(element, "data-autoplay", "");
    if (element.tagName === "audio" || readAttribute(element, "muted") === undefined) setAttribute(element, "controls", "");
  }
}
