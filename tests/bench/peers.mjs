// What other tools take for the same decks: texts come as JSON on standard input, medians in milliseconds go out.
// Its packages are the bench's own (package.json beside this file); the product has none of them.
import { Marp } from "@marp-team/marp-core";
import { parse } from "@slidev/parser/core";
import MarkdownIt from "markdown-it";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { marp, slidev, rounds } = JSON.parse(Buffer.concat(chunks).toString("utf8"));

const markdown = new MarkdownIt({ html: true, linkify: true });

async function renderWithMarp() {
  // As the command line does: one renderer a deck.
  for (const text of marp) new Marp({ script: false, math: false }).render(text);
}

async function renderWithSlidev() {
  for (const text of slidev) for (const slide of (await parse(text, "slides.md")).slides) markdown.render(slide.content);
}

async function median(work) {
  const times = [];
  for (let round = 0; round < 2 * rounds; round++) {
    const start = performance.now();
    await work();
    if (round >= rounds) times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}

console.log(JSON.stringify({ marp: await median(renderWithMarp), slidev: await median(renderWithSlidev) }));
