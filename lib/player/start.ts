import { stopAll } from "@/lib/player/dom";
import { createPlayer, type Behaviour } from "@/lib/player/player";

/** Brings the slides of a stage to life; returns the stop, which leaves them as they came. */
export function startPlayer(root: HTMLElement, behaviours: readonly Behaviour[]): () => void {
  const player = createPlayer(root);
  const stops = behaviours.map((start) => start(player));
  return stopAll(stops.toReversed());
}

/** The stage of this document, where it has a slide. */
export function findStage(): HTMLElement | undefined {
  const root = document.querySelector<HTMLElement>(".stage");
  return root?.querySelector(".slide") ? root : undefined;
}
