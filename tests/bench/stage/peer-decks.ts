import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { installPeers, run } from "@/tests/bench/install-peers";

const folder = "tests/bench/stage/peers";

/** A talk as other tools publish it: a folder of static files. */
export interface PeerDeck {
  readonly name: string;
  readonly folder: string;
}

export interface PeerDecks {
  readonly decks: readonly PeerDeck[];
  /** What could not be built here, in a sentence each. */
  readonly missing: readonly string[];
  readonly remove: () => Promise<void>;
}

export const notInstalled = `What slides are compared with could not be installed (npm install in ${folder}), so nothing is.`;

const hasPeers = () => installPeers(folder, { probe: "reveal.js" });

/** The same Markdown, published with each tool's own command; all of them part slides at `---`. */
export async function publishWithPeers(markdown: string): Promise<PeerDecks> {
  if (!(await hasPeers())) return { decks: [], missing: [notInstalled], remove: async () => undefined };
  const out = await mkdtemp(path.join(tmpdir(), "lectern-peers-"));
  const source = path.join(out, "deck.md");
  await writeFile(source, markdown);
  // Slidev reads its packages from beside the deck.
  const beside = path.resolve(folder, "deck.md");
  await writeFile(beside, markdown);
  const commands = [
    { name: "Marp", args: ["node_modules/@marp-team/marp-cli/marp-cli.js", source, "-o", path.join(out, "Marp", "index.html")] },
    { name: "reveal-md", args: ["node_modules/reveal-md/bin/reveal-md.js", source, "--static", path.join(out, "reveal-md")] },
    { name: "Slidev", args: ["node_modules/@slidev/cli/bin/slidev.mjs", "build", beside, "--out", path.join(out, "Slidev")] },
  ];
  const decks: PeerDeck[] = [];
  const missing: string[] = [];
  for (const { name, args } of commands) {
    const { code } = await run(process.execPath, args, { cwd: folder });
    if (code === 0) decks.push({ name, folder: path.join(out, name) });
    else missing.push(`${name} could not publish the talk here, so it is left out.`);
  }
  await rm(beside);
  return { decks, missing, remove: () => rm(out, { recursive: true, force: true }) };
}

/** A page of reveal.js with its own script, and the slides as HTML: what its users write. Undefined where it can't be had. */
export async function writeRevealPage(sections: readonly string[]): Promise<(PeerDeck & { readonly remove: () => Promise<void> }) | undefined> {
  if (!(await hasPeers())) return undefined;
  const out = await mkdtemp(path.join(tmpdir(), "lectern-reveal-"));
  await mkdir(path.join(out, "dist"), { recursive: true });
  await cp(path.join(folder, "node_modules/reveal.js/dist"), path.join(out, "dist"), { recursive: true });
  const slides = sections.map((html) => `<section>${html}</section>`).join("\n");
  await writeFile(
    path.join(out, "index.html"),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="stylesheet" href="dist/reveal.css"><link rel="stylesheet" href="dist/theme/white.css"></head>
<body><div class="reveal"><div class="slides">${slides}</div></div><script src="dist/reveal.js"></script>
<script>Reveal.initialize({ transition: "none", hash: true }).then(() => { document.documentElement.dataset.player = ""; });</script></body></html>`,
  );
  return { name: "reveal.js", folder: out, remove: () => rm(out, { recursive: true, force: true }) };
}
