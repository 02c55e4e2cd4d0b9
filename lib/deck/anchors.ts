/** Gives every slide an address that no other slide of the deck has: from its title, else from its number. */
export function assignAnchors(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return titles.map((title, index) => {
    const base = slugOf(title) || `slide-${index + 1}`;
    let anchor = base;
    for (let n = next.get(base) ?? 2; taken.has(anchor); n++) {
      anchor = `${base}-${n}`;
      next.set(base, n + 1);
    }
    taken.add(anchor);
    return anchor;
  });
}

const slugs = new Map<string, string>();
const maxSlugs = 10_000;

/** A keystroke in one title asks for those of all others again. */
function slugOf(title: string): string {
  const known = slugs.get(title);
  if (known !== undefined) return known;
  const slug = slugify(title);
  if (slugs.size >= maxSlugs) slugs.clear();
  slugs.set(title, slug);
  return slug;
}

/** Units of a title that an anchor is made from: twice what it may be long, for what falls away. */
const maxRead = 120;

/** Letters and digits of any script, joined by hyphens; never a bare number, which addresses a slide by its place. */
function slugify(title: string): string {
  const slug = title
    .slice(0, maxRead)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return /^\d+$/.test(slug) ? `n-${slug}` : slug;
}
