import { copyFile, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { call, deckAddress } from "./api.mjs";
import { say } from "./say.mjs";
import { besideFile, contentHash } from "./sidecar.mjs";

/**
 * Adds the pictures, films and sounds to the deck that the text names and that lie beside its file: those that the deck has
 * not, and those that are others here than when they came or went. What a path of the deck shows never changes: a changed
 * file is a new one of it, and the old one stays. Returns the text, which names them as the deck does, and `files` with what
 * was sent; a file that has another name in the deck lies here under both.
 */
export async function pushFiles({ file, text, deckId, account, files }) {
  const asked = await call(account, "POST", `${deckAddress(deckId)}/files/missing`, { json: { markdown: text } });
  const { mentions, there } = await asked.json();
  const known = new Map(Object.entries(files));
  const kept = new Map();
  for (const { path: named, beside, sha256 } of [...mentions, ...there]) {
    if (kept.has(beside)) continue;
    const sent = known.get(named);
    const found = await findChanged(file, { names: [sent?.from ?? beside, beside], same: [sha256, sent?.sha256] });
    kept.set(beside, found && (await pushFile({ file, deckId, account, known }, found)));
  }
  const places = [...mentions, ...there].sort((one, other) => one.start - other.start);
  const written = places.reduceRight((before, { path: named, beside, start, end }) => {
    const now = kept.get(beside);
    return now === undefined || now === named ? before : before.slice(0, start) + now + before.slice(end);
  }, text);
  return { text: written, files: Object.fromEntries(known) };
}

/** The first of these files that is here and whose content is none of `same`; a text may name what is still to come. */
async function findChanged(file, { names, same }) {
  for (const name of new Set(names)) {
    const bytes = await readFile(besideFile(file, name)).catch((error) => {
      if (error.code === "ENOENT" || error.code === "EISDIR") return undefined;
      throw error;
    });
    const sha256 = bytes && contentHash(bytes);
    if (bytes !== undefined && !same.includes(sha256)) return { name, bytes, sha256 };
  }
  return undefined;
}

/** The path that it has in the deck. The server cleans what it keeps: what was sent is known by what it was here. */
async function pushFile({ file, deckId, account, known }, { name, bytes, sha256 }) {
  const headers = { "content-type": "application/octet-stream", "x-file-name": encodeURIComponent(name) };
  const answer = await call(account, "POST", `${deckAddress(deckId)}/files`, { bytes, headers });
  const { path: kept } = await answer.json();
  known.set(kept, { ...(kept === name ? {} : { from: name }), sha256 });
  const source = besideFile(file, name);
  const target = besideFile(file, kept);
  if (target !== source) {
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(source, target);
  }
  if (answer.status === 201) say(`${name} is in the deck now${kept === name ? "" : `, as ${kept}`}.`);
  return kept;
}
