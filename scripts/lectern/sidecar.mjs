import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { findAccount } from "./account.mjs";
import { CommandError } from "./say.mjs";

/**
 * What stands beside a deck's file, `deck.lectern.json` for `deck.md`: which deck it is, and the text that the file was
 * made of, which a push compares both sides with. It belongs into git with the file.
 */
export function sidecarOf(file) {
  return file.replace(/\.md$/i, "") + ".lectern.json";
}

export async function writeSidecar(file, sidecar) {
  await writeFile(sidecarOf(file), `${JSON.stringify(sidecar, null, 2)}\n`);
}

/** The file with its text, its sidecar and the account for its server. Without a name the only deck of the folder is meant. */
export async function openDeck(named, findFiles) {
  const file = named ?? (await onlyDeck(findFiles));
  const sidecar = await readSidecar(file);
  const text = await readText(file);
  if (text === undefined) throw new CommandError(`There is no ${file}.`);
  return { file, sidecar, text, account: await findAccount(sidecar.server) };
}

/**
 * The file's text as a deck holds it: without a mark of its byte order, and with newlines alone; undefined where there is
 * no such file. Of another encoding both the deck and the file would keep broken letters: it is refused.
 */
export async function readText(file) {
  let bytes;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    if (error.code === "EISDIR") throw new CommandError(`${file} is a folder; name the Markdown file in it.`);
    throw error;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    throw new CommandError(`${file} is not UTF-8 text. Save it in UTF-8, and nothing of it is lost.`);
  }
}

async function readSidecar(file) {
  const name = sidecarOf(file);
  let text;
  try {
    text = await readFile(name, "utf8");
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    throw new CommandError(`${file} belongs to no deck yet: there is no ${name}. Begin with: lectern pull DECK ${file}`);
  }
  const sidecar = parseSidecar(text);
  if (sidecar === undefined) throw new CommandError(`${name} is broken. Take it out of git again, or pull into another folder.`);
  return sidecar;
}

function parseSidecar(text) {
  try {
    const sidecar = JSON.parse(text);
    return ["server", "deckId", "base"].every((field) => typeof sidecar?.[field] === "string") ? sidecar : undefined;
  } catch {
    return undefined;
  }
}

async function onlyDeck(findFiles) {
  const files = (await findFiles(".")).filter((name) => name.endsWith(".lectern.json"));
  if (files.length === 1) return `${files[0].slice(0, -".lectern.json".length)}.md`;
  throw new CommandError(
    files.length === 0 ? "There is no deck in this folder. Begin with: lectern pull DECK" : "There are several decks in this folder. Name the file.",
  );
}

/** A path of the deck's own, within the file's folder and nowhere else. */
export function besideFile(file, named) {
  const folder = path.resolve(path.dirname(file));
  const target = path.resolve(folder, named);
  if (!target.startsWith(folder + path.sep)) throw new CommandError(`The deck names a file outside of this folder: ${named}`);
  return target;
}

/** What tells a file's content from another: its SHA-256, as the server has it too. */
export function contentHash(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
