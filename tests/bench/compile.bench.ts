import { marked } from "marked";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createDeckCompiler, parseDeck, renderDeck } from "@/lib/deck";
import { timePeers } from "@/tests/bench/peers";
import { timeOf, type Ratio } from "@/tests/bench/report";
import { talkOf } from "@/tests/bench/talk";

const rounds = 5;

/**
 * The deck language against bare marked and other tools on the same texts, and a keystroke in long decks against one
 * in short ones. `DECKS=folder` adds real decks: all of them, and those called `*.marp.md` and `*.slidev.md`.
 */
export async function benchCompile(): Promise<readonly Ratio[]> {
  const talk = talkOf(200);
  const marp = [`---\nmarp: true\n---\n\n${talk}`, ...decksNamed(".marp.md")];
  const slidev = [talk, ...decksNamed(".slidev.md")];
  const peers = await timePeers({ marp, slidev, rounds });
  if (typeof peers === "string") console.log(`  ${peers}`);
  const plain = [talk, ...decksNamed(".md")].map(withoutExtras);
  const whole = { unit: "ms" as const };
  return [
    {
      ...whole,
      what: "corpus, compiled, without highlighting and math",
      measured: timeOf(rounds, () => compileAll(plain)),
      against: "bare marked on the same texts",
      floor: timeOf(rounds, () => plain.forEach((text) => marked.parse(text, { async: false }))),
    },
    ...(typeof peers === "string"
      ? []
      : [
          { ...whole, what: "Marp decks, compiled", measured: timeOf(rounds, () => compileAll(marp)), against: "Marp core", floor: peers.marp },
          {
            ...whole,
            what: "Slidev decks, compiled",
            measured: timeOf(rounds, () => compileAll(slidev)),
            against: "Slidev's parser and markdown-it",
            floor: peers.slidev,
          },
        ]),
    ...keystrokes(),
  ];
}

function keystrokes(): readonly Ratio[] {
  const short = keystroke(10, "edit");
  const long = keystroke(1_000, "edit");
  const text = talkOf(1_000);
  const fresh = timeOf(3, () => void renderDeck(parseDeck(text)));
  const what = "keystroke in 1,000 slides, compiled";
  return [
    { what, measured: long, against: "keystroke in 10 slides", floor: short, unit: "ms" },
    {
      what: "the same, told by the whole text",
      measured: keystroke(1_000, "text"),
      against: "keystroke in 10 slides, told by the whole text",
      floor: keystroke(10, "text"),
      unit: "ms",
    },
    { what, measured: long, against: "all of it compiled again", floor: fresh, unit: "ms" },
    {
      what,
      measured: long,
      against: "bare marked on one slide",
      floor: timeOf(200, () => void marked.parse(talkOf(1), { async: false })),
      unit: "ms",
    },
  ];
}

function compileAll(texts: readonly string[]): void {
  for (const text of texts) renderDeck(parseDeck(text));
}

function decksNamed(ending: string): readonly string[] {
  const folder = process.env["DECKS"];
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(path.join(folder, name), "utf8"));
}

/** Code without its language is not highlighted, and without dollars there is no math. */
function withoutExtras(text: string): string {
  return text.replace(/^([ \t]*(?:```|~~~))[^\n`]*$/gm, "$1").replaceAll("$", "");
}

/** One letter typed into the middle slide: compile, as the editor does by the edit or by all of the text, and the HTML of what changed. */
function keystroke(slides: number, told: "edit" | "text"): number {
  let text = talkOf(slides);
  const compiler = createDeckCompiler();
  for (const slide of compiler.update(text).deck.slides) compiler.html(slide);
  const at = text.indexOf("Text", Math.floor(text.length / 2));
  return timeOf(200, () => {
    if (told === "text") text = `${text.slice(0, at)}x${text.slice(at)}`;
    const { deck, changed } = told === "edit" ? compiler.edit({ start: at, end: at, text: "x" }) : compiler.update(text);
    for (const index of changed) {
      const slide = deck.slides[index];
      if (slide) compiler.html(slide);
    }
  });
}
