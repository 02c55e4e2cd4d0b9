import { attachSlide } from "@/components/slides/slide-shadow";
import { createDeckCompiler } from "@/lib/deck";
import { timeOf } from "@/tests/bench/report";

const rounds = 5;

/** In a page: milliseconds of script that it takes to read a whole deck, render it and put every slide into a box of its own. */
export function timeRenderAll(markdown: string): number {
  const boxes = document.body.appendChild(document.createElement("div"));
  const time = timeOf(rounds, () => {
    const compiler = createDeckCompiler();
    const { deck } = compiler.update(markdown);
    const { theme, colorScheme, aspectRatio } = deck.settings;
    const drawn = deck.slides.map((slide) => {
      const host = document.createElement("div");
      const box = attachSlide(host);
      box.style({ theme, colorScheme, aspectRatio }, { css: deck.css, fit: undefined });
      box.show(compiler.html(slide), undefined);
      return host;
    });
    boxes.replaceChildren(...drawn);
  });
  boxes.remove();
  return time;
}
