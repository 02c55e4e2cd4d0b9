import { personColors, type PersonColor } from "@/lib/collab/protocol/person-color";

/** A page that somebody has a deck open in, as everybody hears of it. */
export interface ColoredPage {
  readonly clientId: number;
  /** The person's: several pages of theirs are one person. */
  readonly id: string;
  /** When it connected, in milliseconds by the server's clock; 0 where no server says so. */
  readonly sinceMs: number;
  /** The person's own colour, whoever else is here. */
  readonly own: PersonColor;
  /** The colour that the page says it has taken; undefined until it has. */
  readonly taken: PersonColor | undefined;
}

/**
 * Everybody's colour by their id: no two of up to ten people have the same. All who hear of the same pages find the same
 * colours, and each page then takes the one that its person has, which changes nobody's.
 *
 * Whoever comes changes nobody's colour, which could not be had from who is here alone: somebody's colour would then be
 * the one that they have without company, so two of them with the same one would keep it. It rests on what was taken, and
 * the earlier page counts. A colour changes in two cases alone, neither of which can be helped: of two who took the same
 * before they heard of each other, in two processes, the later one gets another; and where more than ten were here, one
 * of those who share a colour gets the one that becomes free.
 */
export function colorsHere(pages: readonly ColoredPage[]): ReadonlyMap<string, PersonColor> {
  const people = peopleOf(pages);
  const colors = new Map<string, PersonColor>();
  const given = new Set<PersonColor>();
  const give = (id: string, color: PersonColor) => {
    colors.set(id, color);
    given.add(color);
  };
  for (const { id, taken } of people) if (taken !== undefined && !given.has(taken)) give(id, taken);
  for (const { id, own, taken } of people) if (!colors.has(id)) give(id, firstFree(own, given) ?? taken ?? own);
  return colors;
}

/** Who came first comes first. Of several pages the earliest counts, and what the earliest took that took one. */
function peopleOf(pages: readonly ColoredPage[]): readonly ColoredPage[] {
  const people = new Map<string, ColoredPage>();
  for (const page of pages.toSorted(byArrival)) {
    const { taken, ...first } = people.get(page.id) ?? page;
    people.set(page.id, { ...first, taken: taken ?? page.taken });
  }
  return [...people.values()];
}

function byArrival(a: ColoredPage, b: ColoredPage): number {
  if (a.sinceMs !== b.sinceMs) return a.sinceMs - b.sinceMs;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.clientId - b.clientId;
}

/** The person's own colour, or the next one that is nobody's; undefined where all are given. */
function firstFree(own: PersonColor, given: ReadonlySet<PersonColor>): PersonColor | undefined {
  const start = personColors.indexOf(own);
  return [...personColors.slice(start), ...personColors.slice(0, start)].find((color) => !given.has(color));
}
