/**
 * Colours of co-authors: far apart from each other and from the caret of one's own, white text on each holds 4.5:1, as a
 * thin caret each holds 3:1 on the editor's background, light and dark, and none is a colour that marks errors or
 * notices. The classes `.peer-0` … in the editor's peers.css carry the same list.
 */
export const personColors = ["#4877bd", "#bd5a03", "#8449ad", "#1f8902", "#e31260", "#067971", "#c92db0", "#72630a", "#6d59fb", "#9f4762"] as const;

export type PersonColor = (typeof personColors)[number];

/**
 * A person's own colour: the same on every screen and every day. Others may have the same, so that who has a deck open
 * together with one of them may be shown in another: `colorsHere`.
 */
export function personColor(id: string): PersonColor {
  let hash = 0;
  for (let index = 0; index < id.length; index++) hash = (Math.imul(hash, 31) + id.charCodeAt(index)) >>> 0;
  return personColors[hash % personColors.length] ?? personColors[0];
}
