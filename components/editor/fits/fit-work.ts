import type { SlideFit } from "@/components/editor/session/fit-store";
import type { Deck, Slide } from "@/lib/deck";

/** The tightest step: whether a slide set at it runs over, and by how much, only a measurement tells. */
const tightestStep = 70;

/** What of a deck decides how tall its slides are, beside their own text. */
export function lookOf({ settings, css }: Pick<Deck, "settings" | "css">): string {
  return [settings.theme, settings.aspectRatio, css].join("\n");
}

/** The slides still to be measured: unknown ones, and those known to be at the tightest step by the server alone. */
export function slidesToMeasure(
  slides: readonly Slide[],
  { get, isMeasured }: { readonly get: (hash: string) => SlideFit | undefined; readonly isMeasured: (hash: string) => boolean },
): readonly Slide[] {
  const seen = new Set<string>();
  return slides.filter(({ hash }) => {
    if (seen.has(hash) || isMeasured(hash)) return false;
    seen.add(hash);
    const kept = get(hash);
    return kept === undefined || kept.step <= tightestStep;
  });
}
