import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { stageSlides } from "@/lib/stage/slides";

const linksIn = (markdown: string) =>
  stageSlides(parseDeck(markdown), {}).html.flatMap((html) => Array.from(html.matchAll(/href="([^"]*)"/g), ([, to]) => to));

test.each(['<a name="more"></a>', '<a id="more"></a>', '<div id="more">x</div>', '<a class="b" name="more" title="c">x</a>'])(
  "a link leads to %s on another slide",
  (target) => {
    expect(linksIn(`# One\n\n[there](#more)\n\n---\n\n# Two\n\n${target}\n`)).toEqual(["#d-more"]);
    expect(stageSlides(parseDeck(`# Two\n\n${target}\n`), {}).html.join("")).toContain(' id="d-more"');
  },
);

test("a slide's own address and its number go before an id", () => {
  expect(linksIn('# One\n\n[a](#two) [b](#2) [c](#nowhere)\n\n---\n\n# Two\n\n<i id="two">x</i><i id="2">x</i>\n')).toEqual([
    "#two",
    "#2",
    "#nowhere",
  ]);
});
