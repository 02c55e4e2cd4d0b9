import { build } from "esbuild";
import { marked } from "marked";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createDeckCompiler, parseDeck, renderDeck } from "@/lib/deck";
import type * as builtModule from "@/tests/bench/beside-marked";
import { timePeers, type PeerDecks } from "@/tests/bench/peers";
import { timeBeside, timeOf, type Ratio } from "@/tests/bench/report";
import { talkOf } from "@/tests/bench/talk";

const rounds = 5;
/** Beside other tools, for them and for us: each begins as cold as the other, and has as long to get going. */
const peerRounds = 15;
/** As many before that are not counted: the language is more code than marked, and is as fast as it gets later. */
const deckRounds = 30;

/**
 * The deck language against bare marked and other tools on the same texts, and a keystroke in long decks against one
 * in short ones. `DECKS=folder` names real decks: all of them instead of our own, and those called `*.marp.md` and
 * `*.slidev.md` beside a made-up talk.
 */
export async function benchCompile(): Promise<readonly Ratio[]> {
  const talk = talkOf(200);
  const marp = [`---\nmarp: true\n---\n\n${talk}`, ...decksNamed(".marp.md").map(({ text }) => text)];
  const slidev = [talk, ...decksNamed(".slidev.md").map(({ text }) => text)];
  const built = await asBuilt();
  const besidePeers = await compareWithPeers(built, { marp, slidev });
  return [...besideMarked(built, talk), ...besidePeers, ...keystrokes()];
}

/** Measured before anything else: what marked is compared with is warm by then. */
async function compareWithPeers({ compile }: typeof builtModule, { marp, slidev }: Omit<PeerDecks, "rounds">): Promise<readonly Ratio[]> {
  const peers = await timePeers({ marp, slidev, rounds: peerRounds });
  if (typeof peers === "string") {
    console.log(`  ${peers}`);
    return [];
  }
  const row = (what: string, texts: readonly string[], against: string, floor: number): Ratio => ({
    what: `${what}, compiled`,
    unit: "ms",
    measured: timeOf(peerRounds, () => texts.forEach(compile)),
    against,
    floor,
  });
  return [row("Marp decks", marp, "Marp core", peers.marp), row("Slidev decks", slidev, "Slidev's parser and markdown-it", peers.slidev)];
}

/**
 * Decks without highlighting and math, each compiled afresh: one by one, all of the corpus, and a made-up talk, which
 * has nothing that is dear to read.
 */
function besideMarked({ compile, printBare }: typeof builtModule, talk: string): readonly Ratio[] {
  const corpus = (process.env["DECKS"] === undefined ? decksIn(ownTalks) : decksNamed(".md")).map(({ name, text }) => ({
    name,
    text: withoutExtras(text),
  }));
  const row = (what: string, texts: readonly string[], turns: number): Ratio => ({
    what: `${what}, compiled, without highlighting and math`,
    against: "bare marked on the same text",
    unit: "ms",
    ...timeBeside(turns, {
      work: () => texts.forEach(compile),
      floor: () => texts.forEach(printBare),
    }),
  });
  const texts = corpus.map(({ text }) => text);
  return [
    row("the whole corpus", texts, deckRounds),
    ...corpus.map(({ name, text }) => row(`  ${name}`, [text], deckRounds)),
    row("a made-up talk of 200 slides", [withoutExtras(talk)], rounds),
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

/** Built as the product is: what runs tests as they are written names every function anew, which takes a tenth longer. */
async function asBuilt(): Promise<typeof builtModule> {
  const outfile = path.resolve("build/bench/beside-marked.mjs");
  await build({
    entryPoints: ["tests/bench/beside-marked.ts"],
    bundle: true,
    outfile,
    format: "esm",
    platform: "node",
    target: "es2022",
    alias: { "@": process.cwd() },
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "silent",
  });
  return import(pathToFileURL(outfile).href);
}

interface BenchDeck {
  readonly name: string;
  readonly text: string;
}

const ownTalks = "tests/fixtures/deck/talks";

function decksNamed(ending: string): readonly BenchDeck[] {
  const folder = process.env["DECKS"];
  return folder === undefined ? [] : decksIn(folder).filter(({ name }) => name.endsWith(ending));
}

/** Its Markdown, but for what it says of itself. */
function decksIn(folder: string): readonly BenchDeck[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), "utf8") }));
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
