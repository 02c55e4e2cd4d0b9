import { takeOver } from "./align";
import { assembleDeck, type Assembly, type Item } from "./assemble";
import type { CompileResult, DeckCompiler, LateOptions, RenderOptions, Slide, SlideParts } from "./deck";
import { readDeckFront, type DeckFront } from "./deck-front";
import { continueItems } from "./keys";
import { sameLanguage } from "./language";
import type { PlacedSlides } from "./place-slides";
import { readPositions } from "./positions";
import { renderContent, wrapSection, type RenderedSlide } from "./render";
import { resplit } from "./resplit";
import { noteSeen, placeOf, renderInputOf } from "./slide-data";
import { splitSlides } from "./split";

interface State extends Assembly {
  readonly body: string;
}

const maxRendered = 5_000;

/**
 * Compiles a deck again and again as its text changes. An edit reads only the slides that it touched; all others
 * are taken over by identity, with their HTML. The deck equals a fresh `parseDeck` of the same text but for keys.
 */
export function createDeckCompiler(given: RenderOptions = {}): DeckCompiler {
  let options = given;
  let state: State | undefined;
  let keys = 0;
  const rendered = new Map<string, RenderedSlide>();
  const nextKey = () => `k${++keys}`;
  const html = (slide: Slide): string => {
    const input = renderInputOf(slide);
    let content = rendered.get(slide.hash);
    if (!content) {
      content = renderContent(input, options);
      if (rendered.size >= maxRendered) rendered.clear();
      rendered.set(slide.hash, content);
      noteSeen(slide.hash, content);
    }
    return wrapSection(content, slide, { ...input, fit: options.fit?.get(slide.hash), options });
  };
  // Another setting, page or definition need not show: where somebody sees the slide, its HTML decides.
  const sameHtml = (was: Slide, slide: Slide): boolean => {
    const [before, now] = [placeOf(was), placeOf(slide)];
    if (was.anchor !== slide.anchor || before.number !== now.number) return false;
    if (was.hash === slide.hash && before.page === now.page) return true;
    return renderInputOf(was).textHash === renderInputOf(slide).textHash && rendered.has(was.hash) && html(was) === html(slide);
  };
  return {
    html,
    update(source): CompileResult {
      const positions = readPositions(source);
      const front = readDeckFront(positions.text, state?.front);
      const body = positions.text.slice(front.block.length);
      const items = nextItems(state, { body, front, nextKey });
      const assembly = assembleDeck({ source, positions, front, items, styler: options.styler, previous: state });
      const changed = changedSlides(state?.deck.slides ?? [], assembly.placed, sameHtml);
      state = { ...assembly, body };
      return { deck: assembly.deck, changed };
    },
    change(changed) {
      const touched = touchedBy(options, changed);
      const moved = movedBy(options, changed);
      options = { ...options, ...changed };
      const stale = new Set<string>();
      for (const [hash, content] of rendered) if (touched(content.parts) || moved(content.addresses)) stale.add(hash);
      for (const hash of stale) rendered.delete(hash);
      return state?.deck.slides.flatMap((slide, index) => (stale.has(slide.hash) || touched(slide.parts) ? [index] : [])) ?? [];
    },
  };
}

/** Which slides look different with other renderers and drawings. */
function touchedBy(before: RenderOptions, after: LateOptions): (parts: SlideParts) => boolean {
  const otherMath = "renderMath" in after && after.renderMath !== before.renderMath;
  const otherDiagrams = "diagrams" in after && after.diagrams !== before.diagrams;
  const otherHighlighters = "highlighters" in after && after.highlighters !== before.highlighters;
  const otherStyler = "styler" in after && after.styler !== before.styler;
  const otherQr = "encodeQr" in after && after.encodeQr !== before.encodeQr;
  return ({ math, styles, qr, languages, diagrams }) =>
    (math && otherMath) ||
    (styles && otherStyler) ||
    (qr && otherQr) ||
    (otherHighlighters && languages.some((name) => before.highlighters?.get(name) !== after.highlighters?.get(name))) ||
    (otherDiagrams && diagrams.some(({ hash }) => before.diagrams?.get(hash) !== after.diagrams?.get(hash)));
}

/** Which slides show or leave out something else where addresses lead elsewhere. Those that nobody saw show nothing yet. */
function movedBy(before: RenderOptions, after: RenderOptions): (addresses: RenderedSlide["addresses"]) => boolean {
  const [was, is] = [before.resolveUrl, after.resolveUrl];
  if (!("resolveUrl" in after) || was === is) return () => false;
  return (addresses) => addresses.some(({ url, kind }) => (was ? was(url, kind) : url) !== (is ? is(url, kind) : url));
}

interface NextInput {
  readonly body: string;
  readonly front: DeckFront;
  readonly nextKey: () => string;
}

function nextItems(state: State | undefined, { body, front, nextKey }: NextInput): readonly Item[] {
  const { breaks, math, headingDivider } = front.settings;
  const reuse = state !== undefined && sameLanguage(state.front.settings, front.settings);
  if (!state || !reuse || state.front.settings.headingDivider.join() !== headingDivider.join())
    return continueItems(state?.items ?? [], splitSlides(body, front.settings), { breaks, math, nextKey, reuse });
  if (state.body === body) return state.items;
  const { from, to, pieces } = resplit(
    state.items.map((item) => item.piece),
    state.body,
    body,
    front.settings,
  );
  const between = continueItems(state.items.slice(from, to), pieces, { breaks, math, nextKey, reuse });
  return takeOver(state.items, { front: from, back: state.items.length - to }, between);
}

/** Slides whose HTML is not what their key had before. */
function changedSlides(
  before: readonly Slide[],
  { slides, steady }: Pick<PlacedSlides, "slides" | "steady">,
  sameHtml: (was: Slide, slide: Slide) => boolean,
): readonly number[] {
  const changed: number[] = [];
  let old: ReadonlyMap<string, Slide> | undefined;
  for (let index = steady.front; index < slides.length - steady.back; index++) {
    const [beside, slide] = [before[index], slides[index]];
    if (!slide || beside === slide) continue;
    if (beside?.key !== slide.key) old ??= new Map(before.map((one) => [one.key, one]));
    const was = beside?.key === slide.key ? beside : old?.get(slide.key);
    if (!was || !sameHtml(was, slide)) changed.push(index);
  }
  return changed;
}
