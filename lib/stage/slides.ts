import { renderSlide, type Deck, type RenderOptions, type Slide } from "@/lib/deck";
import { attributes, escapeHtml } from "@/lib/stage/html";
import { keepNaturalWidths } from "@/lib/stage/natural-widths";
import { linkOwnIds } from "@/lib/stage/own-links";
import { slideName } from "@/lib/stage/slide-name";

/** A deck's slides as a document shows them, and the CSS that stood in them. */
export interface StagedSlides {
  readonly slides: readonly Slide[];
  /** How many there would be without a limit. */
  readonly total: number;
  readonly html: readonly string[];
  /** The deck's own CSS: its sheet, then each slide's, all scoped. */
  readonly css: string;
}

export interface StageOptions {
  readonly only?: "first" | undefined;
  /** How many of them, from the first. */
  readonly reach?: number | undefined;
  /** Without so many of the first ones: whoever asks has them. */
  readonly from?: number | undefined;
  /** Sentences that stand in place of slides, by their place among those shown. */
  readonly replaced?: ReadonlyMap<number, string> | undefined;
  /** How long each slide is planned to take is told: for a presenter's desk. */
  readonly withPlan?: boolean;
}

/** Renders what an audience sees: hidden slides are left out, and the others are numbered through. */
export function stageSlides(
  deck: Deck,
  options: RenderOptions,
  { only, reach, from = 0, replaced, withPlan = false }: StageOptions = {},
): StagedSlides {
  const visible = deck.slides.filter((slide) => !slide.settings.hidden);
  const slides = visible.slice(from, only === "first" ? 1 : reach);
  const styles = [deck.css];
  const repeated = drawnBefore(visible);
  const html = slides.map((slide, index) => {
    const number = from + index + 1;
    const sentence = replaced?.get(index);
    if (sentence !== undefined) return sentenceSection(slide, { number, sentence });
    const rendered = withOwnIds(renderSlide(slide, options), { drawings: repeated[number - 1] ?? [], number });
    const section = keepNaturalWidths(rendered).replace(/<style>([\s\S]*?)<\/style>/g, (_, css: string) => {
      styles.push(css);
      return "";
    });
    return placeSection(section, slide, { number, isMeasured: options.fit?.get(slide.hash) === 100, withPlan });
  });
  const css = styles.filter((part) => part !== "" && !part.includes("</")).join("\n");
  return { slides, html: linkOwnIds(html, new Set(deck.slides.map(({ anchor }) => anchor))), css, total: visible.length };
}

/** Of each slide the drawings, by hash, that an earlier slide has too. */
function drawnBefore(slides: readonly Slide[]): readonly (readonly string[])[] {
  const seen = new Set<string>();
  return slides.map(({ parts }) => {
    const hashes = parts.diagrams.map(({ hash }) => hash);
    const again = hashes.filter((hash) => seen.has(hash));
    for (const hash of hashes) seen.add(hash);
    return again;
  });
}

/** All ids of a drawing begin with its hash. What they name is not found where the first element of that id is out of sight. */
function withOwnIds(section: string, { drawings, number }: { readonly drawings: readonly string[]; readonly number: number }): string {
  return drawings.reduce((html, hash) => html.replaceAll(`d-${hash}-`, `d-${hash}-${number}-`), section);
}

/** Its number on this stage; that it was measured, so that no browser does so again; its planned time; its role in the page, and its name. */
function placeSection(
  section: string,
  slide: Slide,
  { number, isMeasured, withPlan }: { readonly number: number; readonly isMeasured: boolean; readonly withPlan: boolean },
): string {
  const plan = withPlan ? attributes({ "data-duration": slide.settings.durationS }) : "";
  const numbered = section.replace(
    /^(<section class="[^"]*" id="[^"]*") data-slide="\d+"/,
    `$1 data-slide="${number}"${isMeasured ? ' data-fit="100"' : ""}${plan} role="group" aria-roledescription="slide"`,
  );
  if (slide.title !== "") return numbered;
  return numbered.replace(/ aria-label="Slide \d+">/, () => `${attributes({ "aria-label": slideName(slide) || `Slide ${number}` })}>`);
}

function sentenceSection(slide: Slide, { number, sentence }: { readonly number: number; readonly sentence: string }): string {
  const section = attributes({
    class: "slide",
    id: slide.anchor,
    "data-slide": number,
    "data-layout": "statement",
    "data-fit": 100,
    role: "group",
    "aria-roledescription": "slide",
    "aria-label": slideName(slide) || `Slide ${number}`,
  });
  return `<section${section}><div class="slide-content"><p>${escapeHtml(sentence)}</p></div></section>`;
}
