import type { ComingFromTool } from "./tool";

/** The tools whose decks people bring, in the order of how many there are. */
export const comingFrom: readonly ComingFromTool[] = [];
