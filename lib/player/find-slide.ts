/** A slide as people look for it. */
export interface NamedSlide {
  readonly anchor: string;
  readonly title: string;
}

/** The slides that a search finds, in their order: by number, or by words of their title or address. */
export function findSlides(text: string, slides: readonly NamedSlide[]): readonly number[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return slides.map((_, index) => index);
  const number = /^\d+$/.test(text.trim()) ? Number(text) : undefined;
  return slides.flatMap(({ anchor, title }, index) => {
    const name = fold(`${title} ${anchor}`);
    return index + 1 === number || words.every((word) => name.includes(word)) ? [index] : [];
  });
}

/** The one slide that somebody means: by number (one too large is the last), by its exact address, else the first found. */
export function meantSlide(text: string, slides: readonly NamedSlide[]): number | undefined {
  const wanted = text.trim().replace(/^#/, "");
  if (wanted === "" || slides.length === 0) return undefined;
  const byAnchor = slides.findIndex(({ anchor }) => fold(anchor) === fold(wanted));
  if (byAnchor !== -1) return byAnchor;
  if (/^\d+$/.test(wanted)) return Math.min(Math.max(Number(wanted), 1), slides.length) - 1;
  return findSlides(wanted, slides)[0];
}

/** Without case and accents: people type what they hear. */
function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}
