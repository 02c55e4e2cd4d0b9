import type { DeckPerson } from "@/lib/workspace/people/of-deck";

/**
 * Whom a comment speaks to: those whose name stands behind an `@`. The longest name counts, so that `@Ana Berg` is not Ana;
 * of several people with one name all are meant.
 */
export function mentionsIn(body: string, people: readonly DeckPerson[]): readonly DeckPerson[] {
  const named = people.filter(({ name }) => name !== "").toSorted((one, other) => other.name.length - one.name.length);
  const names = new Set<string>();
  for (let at = body.indexOf("@"); at !== -1; at = body.indexOf("@", at + 1)) {
    const met = named.find(({ name }) => body.startsWith(name, at + 1) && !isLetter(body[at + 1 + name.length]));
    if (met !== undefined) names.add(met.name);
  }
  return people.filter(({ name }) => names.has(name));
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}
