/**
 * Links to an id that some slide's HTML has (`[more](#more)`, `<a name="more">`) follow it under the prefix that it was
 * given; what is called as a slide is that slide, and so is a number.
 */
export function linkOwnIds(sections: readonly string[], anchors: ReadonlySet<string>): readonly string[] {
  const named = sections.map(nameById);
  const ids = new Set(named.flatMap((section) => Array.from(section.matchAll(/ id="d-([^"]+)"/g), ([, id = ""]) => id)));
  if (ids.size === 0) return named;
  const isOwn = (id: string) => ids.has(id) && !anchors.has(id) && !/^\d+$/.test(id);
  return named.map((section) => section.replace(/ href="#([^"]+)"/g, (whole, id: string) => (isOwn(id) ? ` href="#d-${id}"` : whole)));
}

/** `<a name>` is how ids were written once, and in Deckset still are. */
function nameById(section: string): string {
  return section.replace(/<a\b([^<>]*?) name="(d-[^"]+)"([^<>]*)>/g, (whole, before: string, id: string, after: string) =>
    / id="/.test(before + after) ? whole : `<a${before} id="${id}"${after}>`,
  );
}
