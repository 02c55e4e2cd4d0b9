/**
 * Colours of co-authors: far apart from each other, white text on each holds 4.5:1, and none is a colour that marks
 * errors or notices. The classes `.peer-0` … in the editor's peers.css carry the same list.
 */
export const personColors = ["#0b7285", "#9c36b5", "#237a35", "#c2255c", "#5f3dc4", "#a8480b", "#1864ab", "#846200", "#087f5b", "#6741d9"] as const;

/** A person's colour: the same on every screen and every day, without anyone handing colours out. */
export function personColor(id: string): (typeof personColors)[number] {
  let hash = 0;
  for (let index = 0; index < id.length; index++) hash = (Math.imul(hash, 31) + id.charCodeAt(index)) >>> 0;
  return personColors[hash % personColors.length] ?? personColors[0];
}
