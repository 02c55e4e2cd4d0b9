import { marked } from "marked";
import { createDeckCompiler, parseDeck, renderDeck } from "@/lib/deck";
import { timeOf, type Ratio } from "@/tests/bench/report";
import { talkOf } from "@/tests/bench/talk";

/** The deck language against bare marked on the same text, and a keystroke in long decks against one in short ones. */
export function benchCompile(): readonly Ratio[] {
  const text = talkOf(200);
  const bare = timeOf(5, () => void marked.parse(text, { async: false }));
  const whole = timeOf(5, () => void renderDeck(parseDeck(text)));
  const short = keystroke(10);
  const long = keystroke(1_000);
  return [
    { what: "whole deck of 200 slides, compiled", measured: whole, against: "bare marked on the same text", floor: bare, unit: "ms" },
    { what: "keystroke in 1,000 slides, compiled", measured: long, against: "keystroke in 10 slides", floor: short, unit: "ms" },
    {
      what: "keystroke in 1,000 slides, compiled",
      measured: long,
      against: "bare marked on one slide",
      floor: timeOf(200, () => void marked.parse(talkOf(1), { async: false })),
      unit: "ms",
    },
  ];
}

/** One letter typed into the middle slide: compile, and the HTML of what changed. */
function keystroke(slides: number): number {
  let text = talkOf(slides);
  const compiler = createDeckCompiler();
  for (const slide of compiler.update(text).deck.slides) compiler.html(slide);
  const at = text.indexOf("Text", Math.floor(text.length / 2));
  return timeOf(100, () => {
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    const { deck, changed } = compiler.update(text);
    for (const index of changed) {
      const slide = deck.slides[index];
      if (slide) compiler.html(slide);
    }
  });
}
