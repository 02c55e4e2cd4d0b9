import { copyFile, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { call, deckAddress } from "./api.mjs";
import { say } from "./say.mjs";
import { besideFile } from "./sidecar.mjs";

/**
 * Adds the pictures, films and sounds to the deck that the text names, that lie beside its file, and that the deck has not.
 * Returns the text, which names them as the deck does; where that is another name they lie here under both.
 */
export async function pushFiles({ file, text, deckId, account }) {
  const asked = await call(account, "POST", `${deckAddress(deckId)}/files/missing`, { json: { markdown: text } });
  const { mentions } = await asked.json();
  const added = new Map();
  for (const { beside } of mentions) if (!added.has(beside)) added.set(beside, await pushFile({ file, deckId, account }, beside));
  return mentions.reduceRight((written, { path: named, beside, start, end }) => {
    const kept = added.get(beside);
    return kept === undefined || kept === named ? written : written.slice(0, start) + kept + written.slice(end);
  }, text);
}

/** The path that it has in the deck; undefined for a file that is not here, since a text may name what is still to come. */
async function pushFile({ file, deckId, account }, beside) {
  const source = besideFile(file, beside);
  const bytes = await readFile(source).catch((error) => {
    if (error.code === "ENOENT" || error.code === "EISDIR") return undefined;
    throw error;
  });
  if (bytes === undefined) return undefined;
  const headers = { "content-type": "application/octet-stream", "x-file-name": encodeURIComponent(beside) };
  const answer = await call(account, "POST", `${deckAddress(deckId)}/files`, { bytes, headers });
  const { path: kept } = await answer.json();
  const target = besideFile(file, kept);
  if (target !== source) {
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(source, target);
  }
  say(`${beside} is in the deck now${kept === beside ? "" : `, as ${kept}`}.`);
  return kept;
}
