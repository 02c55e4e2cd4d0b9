import type { Pool } from "pg";
import type { VersionId } from "@/lib/api/ids";
import { parseDeck } from "@/lib/deck";
import { AppError } from "@/lib/errors";
import { slideName } from "@/lib/stage/slide-name";
import { readPinned } from "@/lib/workspace/talks/pin";

/** The slides that an audience sees of a version: their addresses in order, and what tells their texts apart. */
export interface ShownSlides {
  readonly anchors: readonly string[];
  readonly titles: readonly string[];
  readonly hashes: readonly string[];
}

export function shownSlidesOf(markdown: string): ShownSlides {
  const slides = parseDeck(markdown).slides.filter((slide) => !slide.settings.hidden);
  return {
    anchors: slides.map(({ anchor }) => anchor),
    titles: slides.map(slideName),
    hashes: slides.map(({ hash }) => hash),
  };
}

/** A version never changes: every key press of a talk asks for the same one. */
const known = new Map<VersionId, ShownSlides>();
const maxKnown = 32;

/** The slides of a version, read from its text once. */
export async function shownSlides(pool: Pick<Pool, "query">, versionId: VersionId): Promise<ShownSlides> {
  const found = known.get(versionId) ?? shownSlidesOf(await readPinned(pool, versionId));
  // The one that was asked for last goes last.
  known.delete(versionId);
  known.set(versionId, found);
  const [oldest] = known.keys();
  if (known.size > maxKnown && oldest !== undefined) known.delete(oldest);
  return found;
}

/**
 * Its place from 1 among the slides that are shown: by its address, and where nobody has that (its heading was just
 * reworded, and the asker has the new one) by its number. Throws 422 where there is no such slide.
 */
export function placeOf({ anchors }: ShownSlides, { anchor, slide }: { readonly anchor: string; readonly slide?: number | undefined }): number {
  const index = anchors.indexOf(anchor);
  if (index === -1 && slide !== undefined && slide <= anchors.length) return slide;
  if (index === -1) throw new AppError("unprocessable", "The version that is shown has no such slide. Update the slides, or go to another one.");
  return index + 1;
}

/** How many slides differ: new or changed ones, gone ones where these are more, else those that stand elsewhere. */
export function countChanged(shown: ShownSlides, latest: ShownSlides): number {
  const added = countMissing(latest.hashes, shown.hashes);
  const gone = countMissing(shown.hashes, latest.hashes);
  if (added > 0 || gone > 0) return Math.max(added, gone);
  return shown.hashes.filter((hash, index) => hash !== latest.hashes[index]).length;
}

/** How many of these the others lack, counted as often as they stand. */
function countMissing(these: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const hash of others) left.set(hash, (left.get(hash) ?? 0) + 1);
  let missing = 0;
  for (const hash of these) {
    const count = left.get(hash) ?? 0;
    if (count === 0) missing += 1;
    else left.set(hash, count - 1);
  }
  return missing;
}
