import { assembleDeck, renderInputOf, type Item } from "./assemble";
import type { CompileResult, Deck, DeckCompiler, RenderOptions, Slide } from "./deck";
import { readFrontMatter, type FrontMatterBlock } from "./front-matter";
import { continueItems } from "./keys";
import { readPositions } from "./positions";
import { renderContent, wrapSection, type RenderedSlide } from "./render";
import { resplit } from "./resplit";
import { readDeckSettings } from "./settings";
import { splitSlides, type SplitOptions } from "./split";

interface State {
  readonly body: string;
  readonly split: SplitOptions;
  readonly items: readonly Item[];
  readonly deck: Deck;
}

const maxRendered = 5_000;

/**
 * Compiles a deck again and again as its text changes. An edit reads only the slides that it touched; all others
 * are taken over by identity, with their HTML. The deck equals a fresh `parseDeck` of the same text but for keys.
 */
export function createDeckCompiler(options: RenderOptions = {}): DeckCompiler {
  let state: State | undefined;
  let keys = 0;
  const rendered = new Map<string, RenderedSlide>();
  const nextKey = () => `k${++keys}`;
  return {
    update(source): CompileResult {
      const positions = readPositions(source);
      const front = readFrontMatter(positions.text);
      const body = positions.text.slice(front.length);
      const split = splitOptions(front);
      const items = nextItems(state, body, split, nextKey);
      const deck = assembleDeck(source, positions, front, items, state?.deck);
      const changed = changedSlides(state?.deck, deck);
      state = { body, split, items, deck };
      return { deck, changed };
    },
    html(slide) {
      const input = renderInputOf(slide);
      let content = rendered.get(slide.hash);
      if (!content) {
        content = renderContent(input.text, input.textHash, input.context, options);
        if (rendered.size >= maxRendered) rendered.clear();
        rendered.set(slide.hash, content);
      }
      return wrapSection(content, slide, { number: input.number, textHash: input.textHash, fit: options.fit?.get(slide.hash) });
    },
  };
}

/** What of the front matter decides where slides break and how their text reads. */
function splitOptions(front: FrontMatterBlock): SplitOptions {
  const { breaks, headingDivider } = readDeckSettings(front.values, () => undefined);
  return { breaks, headingDivider };
}

function nextItems(state: State | undefined, body: string, split: SplitOptions, nextKey: () => string): readonly Item[] {
  const options = { breaks: split.breaks, nextKey };
  if (!state || !sameSplit(state.split, split))
    return continueItems(state && state.split.breaks === split.breaks ? state.items : [], splitSlides(body, split), options);
  if (state.body === body) return state.items;
  const { from, to, pieces } = resplit(
    state.items.map((item) => item.piece),
    state.body,
    body,
    split,
  );
  return [...state.items.slice(0, from), ...continueItems(state.items.slice(from, to), pieces, options), ...state.items.slice(to)];
}

function sameSplit(a: SplitOptions, b: SplitOptions): boolean {
  return a.breaks === b.breaks && a.headingDivider.join() === b.headingDivider.join();
}

/** Slides whose HTML is not what their key had before. */
function changedSlides(before: Deck | undefined, deck: Deck): readonly number[] {
  const old = new Map(before?.slides.map((slide) => [slide.key, slide]));
  const changed: number[] = [];
  deck.slides.forEach((slide, index) => {
    const was = old.get(slide.key);
    if (!was || (was !== slide && !sameHtml(was, slide))) changed.push(index);
  });
  return changed;
}

function sameHtml(a: Slide, b: Slide): boolean {
  return a.hash === b.hash && a.anchor === b.anchor;
}
