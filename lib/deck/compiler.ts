import { takeOver } from "./align";
import { assembleDeck, type AssembleInput, type Assembly, type Item } from "./assemble";
import type { CompileResult, DeckCompiler, LateOptions, RenderOptions, Slide, SlideParts, TextEdit } from "./deck";
import { isBehindFront, readDeckFront, type DeckFront } from "./deck-front";
import { applyTextEdits } from "./edits";
import { continueItems } from "./keys";
import { sameLanguage } from "./language";
import { maxSlides } from "./limits";
import type { PlacedSlides } from "./place-slides";
import { needsChanges, PlainPositions, readPositions } from "./positions";
import { renderContent, wrapSection, type RenderedSlide } from "./render";
import { changeBetween, resplit, withEnds, type Change } from "./resplit";
import { noteSeen, placeOf, renderInputOf } from "./slide-data";
import { splitSlides } from "./split";

const maxRendered = 5_000;

/**
 * Compiles a deck again and again as its text changes. An edit reads only the slides that it touched; all others
 * are taken over by identity, with their HTML. The deck equals a fresh `parseDeck` of the same text but for keys.
 */
export function createDeckCompiler(given: RenderOptions = {}): DeckCompiler {
  let options = given;
  let state: Assembly | undefined;
  let keys = 0;
  const rendered = new Map<string, RenderedSlide>();
  const nextKey = () => `k${++keys}`;
  const html = (slide: Slide): string => {
    let content = rendered.get(slide.hash);
    if (!content) {
      content = renderContent(renderInputOf(slide), options);
      if (rendered.size >= maxRendered) rendered.clear();
      rendered.set(slide.hash, content);
      noteSeen(slide.hash, content);
    }
    return wrapSection(content, slide, placeOf(slide), options);
  };
  // Another setting, page or definition need not show: where somebody sees the slide, its HTML decides.
  const sameHtml = (was: Slide, slide: Slide): boolean => {
    const [before, now] = [placeOf(was), placeOf(slide)];
    if (was.anchor !== slide.anchor || before.number !== now.number) return false;
    if (was.hash === slide.hash && before.page === now.page) return true;
    return renderInputOf(was).source.hash === renderInputOf(slide).source.hash && rendered.has(was.hash) && html(was) === html(slide);
  };
  const compile = (input: Pick<AssembleInput, "source" | "positions" | "front" | "items">): CompileResult => {
    const assembly = assembleDeck({ ...input, styler: options.styler, linter: options.linter, previous: state });
    const changed = changedSlides(state?.deck.slides ?? [], assembly.placed, sameHtml);
    state = assembly;
    return { deck: assembly.deck, changed };
  };
  const update = (source: string): CompileResult => {
    const positions = readPositions(source);
    const front = readDeckFront(positions.text, state?.front);
    return compile({ source, positions, front, items: nextItems(state, { text: positions.text, front, nextKey }) });
  };
  return {
    html,
    update,
    edit(edit) {
      const items = state && isPlainEdit(state, edit) ? itemsAfter(state, inBody(edit, state.front), nextKey) : undefined;
      if (!state || !items) return update(applyTextEdits(state?.deck.source ?? "", [edit]));
      const { front } = state;
      const positions = new PlainPositions(() => front.text + items.map(({ piece }) => piece.lead + piece.text).join(""));
      return compile({ source: undefined, positions, front, items });
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
  const isOther = (name: keyof LateOptions) => name in after && after[name] !== before[name];
  return ({ math, styles, charts, qr, emoji, languages, diagrams }) =>
    (math && isOther("renderMath")) ||
    (styles && isOther("styler")) ||
    (charts && isOther("drawChart")) ||
    (qr && isOther("encodeQr")) ||
    (emoji && isOther("emojiOf")) ||
    (isOther("highlighters") && languages.some((name) => before.highlighters?.get(name) !== after.highlighters?.get(name))) ||
    (isOther("describeDiagram") && diagrams.length > 0) ||
    (isOther("diagrams") && diagrams.some(({ hash }) => before.diagrams?.get(hash) !== after.diagrams?.get(hash)));
}

/** Which slides show or leave out something else where addresses lead elsewhere. Those that nobody saw show nothing yet. */
function movedBy(before: RenderOptions, after: RenderOptions): (addresses: RenderedSlide["addresses"]) => boolean {
  const [was, is] = [before.resolveUrl, after.resolveUrl];
  if (!("resolveUrl" in after) || was === is) return () => false;
  return (addresses) => addresses.some(({ url, kind }) => (was ? was(url, kind) : url) !== (is ? is(url, kind) : url));
}

/** True where an edit can be done slide by slide: the text needs no changes, and the front matter stays. */
function isPlainEdit({ deck, front, placed }: Assembly, { start, end, text }: TextEdit): boolean {
  const length = deck.slides.at(-1)?.range.end ?? 0;
  return !placed.positions.differs && !needsChanges(text) && isBehindFront(start, front) && start <= end && end <= length;
}

interface NextInput {
  readonly text: string;
  readonly front: DeckFront;
  readonly nextKey: () => string;
}

function nextItems(state: Assembly | undefined, { text, front, nextKey }: NextInput): readonly Item[] {
  const { breaks, math, headingDivider } = front.settings;
  const body = text.slice(front.text.length);
  const reuse = state !== undefined && sameLanguage(state.front.settings, front.settings);
  if (reuse && state.front.settings.headingDivider.join() === headingDivider.join()) {
    const before = state.placed.positions.text.slice(state.front.text.length);
    const items = before === body ? state.items : itemsAfter(state, changeBetween(before, body), nextKey);
    if (items) return items;
  }
  return continueItems(state?.items ?? [], splitSlides(body, front.settings), { breaks, math, nextKey, reuse });
}

function inBody(edit: TextEdit, front: DeckFront): Change {
  const by = front.text.length;
  return { ...edit, start: edit.start - by, end: edit.end - by };
}

/** The items once a stretch of the body has changed; undefined where they are as many as there can be: what is on the last is told by all. */
function itemsAfter({ items, front, placed: { slides, positions } }: Assembly, change: Change, nextKey: () => string): readonly Item[] | undefined {
  const { breaks, math } = front.settings;
  const by = front.text.length;
  // Slides know where they end, unless that is in another text.
  const old = positions.differs ? withEnds(items) : { items, endOf: (index: number) => (slides[index]?.range.end ?? by) - by };
  const { from, to, pieces } = resplit(old, change, front.settings);
  const between = continueItems(items.slice(from, to), pieces, { breaks, math, nextKey, reuse: true });
  const after = takeOver(items, { front: from, back: items.length - to }, between);
  return Math.max(items.length, after.length) < maxSlides ? after : undefined;
}

/** Slides whose HTML is not what their key had before. */
function changedSlides(
  before: readonly Slide[],
  { slides, steady }: Pick<PlacedSlides, "slides" | "steady">,
  sameHtml: (was: Slide, slide: Slide) => boolean,
): readonly number[] {
  if (before.length === 0) return [...slides.keys()];
  const changed: number[] = [];
  let old: ReadonlyMap<string, Slide> | undefined;
  for (let index = steady.front; index < slides.length - steady.back; index++) {
    const slide = slides[index];
    let was = before[index];
    if (!slide || was === slide) continue;
    // Most stand where they stood, counted from the start or from the end.
    if (was?.key !== slide.key) was = before[index + before.length - slides.length];
    if (was?.key !== slide.key) was = (old ??= new Map(before.map((one) => [one.key, one]))).get(slide.key);
    if (!was || !sameHtml(was, slide)) changed.push(index);
  }
  return changed;
}
