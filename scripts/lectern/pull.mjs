import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { findAccount, serverOf } from "./account.mjs";
import { call, callJson, deckAddress } from "./api.mjs";
import { CommandError, say } from "./say.mjs";
import { besideFile, contentHash, openDeck, readText, sidecarOf, writeSidecar } from "./sidecar.mjs";

/** Writes a deck's text, its files, and beside them what a push needs. Changes that were not pushed stop it. */
export async function pull([named, into], { server, force }) {
  const { deckId, file, account, files } = await whichDeck(named, into, server);
  const answer = await call(account, "GET", `${deckAddress(deckId)}/markdown`);
  const text = await answer.text();
  if (!force) await keepOthers(file, { deckId, text });
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  await writeFile(file, text);
  const pulled = await pullFiles(account, deckId, file);
  await noteDown(file, { account, deckId, text, etag: answer.headers.get("etag"), files: { ...files, ...pulled } });
  const count = Object.keys(pulled).length;
  say(`${file} is the deck as it is now${count === 0 ? "" : `, with ${count} new ${count === 1 ? "file" : "files"}`}.`);
}

async function whichDeck(named, into, server) {
  if (named === undefined || (into === undefined && existsSync(sidecarOf(named)))) {
    const { file, sidecar, account } = await openDeck(named, readdir);
    return { deckId: sidecar.deckId, file, account, files: sidecar.files };
  }
  const deckId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(named)?.[0];
  if (deckId === undefined) throw new CommandError(`"${named}" names no deck. Take the address of its page, or its id.`);
  const file = into ?? "deck.md";
  if (!/\.md$/i.test(file)) throw new CommandError(`${file} is no name for a deck's text. Let it end in .md.`);
  return { deckId, file, account: await findAccount(serverOf(named) ?? server) };
}

/** Another deck's file, and what was changed here since the last pull or push, would be lost. */
async function keepOthers(file, { deckId, text: next }) {
  const text = await readText(file);
  if (text === undefined) return;
  const sidecar = await readFile(sidecarOf(file), "utf8").then(JSON.parse, () => undefined);
  if (sidecar?.deckId !== undefined && sidecar.deckId.toLowerCase() !== deckId.toLowerCase()) {
    throw new CommandError(`${file} is another deck. Name a file for this one: lectern pull ${deckId} NAME.md`);
  }
  if (text === next || sidecar?.base === text) return;
  throw new CommandError(`${file} holds changes that the deck has not. Push them first, or throw them away with --force.`);
}

/**
 * The text that the file was made of, and who is what in it: slides by their ids, conversations by the words they are about;
 * and by the deck's paths what its files were here as they came or went. Planned times stand in the text itself.
 */
export async function noteDown(file, { account, deckId, text, etag, files }) {
  const { slides } = await callJson(account, "GET", `${deckAddress(deckId)}/slides`);
  await writeSidecar(file, {
    server: account.server,
    deckId,
    etag,
    base: text,
    files,
    slides: slides.map(({ id, position, textHash }) => ({ id, position, textHash })),
    ...(await readTalk(account, deckId)),
  });
}

/**
 * What people say of the deck, to be read: conversations, and what of each slide's text is approved. A token that may only
 * read sees none of it; the deck is whole without.
 */
async function readTalk(account, deckId) {
  try {
    const { threads } = await callJson(account, "GET", `${deckAddress(deckId)}/comments`);
    const { slides } = await callJson(account, "GET", `${deckAddress(deckId)}/reviews`);
    const reviewed = slides.filter(({ reviews }) => reviews.length > 0);
    const reviews = reviewed.map(({ id, textHash, reviews: said }) => ({
      slide: id,
      textHash,
      said: said.map(({ verdict, by, at }) => ({ verdict, by, at })),
    }));
    return { comments: threads, reviews };
  } catch (error) {
    if (error instanceof CommandError) return { comments: [], reviews: [] };
    throw error;
  }
}

/** Pictures, films and sounds that are not here yet: what a path shows never changes. */
async function pullFiles(account, deckId, file) {
  const { files } = await callJson(account, "GET", `${deckAddress(deckId)}/files`);
  const pulled = {};
  for (const { path: named, url } of files) {
    const target = besideFile(file, named);
    if (existsSync(target)) continue;
    const answer = await call(account, "GET", url);
    await mkdir(path.dirname(target), { recursive: true });
    const bytes = Buffer.from(await answer.arrayBuffer());
    await writeFile(target, bytes);
    pulled[named] = { sha256: contentHash(bytes) };
  }
  return pulled;
}
