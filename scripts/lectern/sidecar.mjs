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
  const text = await readFile(file, "utf8").catch((error) => {
    throw new CommandError(error.code === "ENOENT" ? `There is no ${file}.` : error.message);
  });
  return { file, sidecar, text: text.replace(/\r\n?/g, "\n"), account: await findAccount(sidecar.server) };
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
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${name} is broken. Take it out of git again, or pull into another folder.`);
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
