import { readdir } from "node:fs/promises";
import { callJson, deckAddress } from "./api.mjs";
import { say } from "./say.mjs";
import { openDeck } from "./sidecar.mjs";

/** Shows the deck as the server has it at its public address, which stays; one is made where there is none. */
export async function publish([named]) {
  const { sidecar, text, account, file } = await openDeck(named, readdir);
  const links = `${deckAddress(sidecar.deckId)}/links`;
  const found = (await callJson(account, "GET", links)).links.find(({ kind, isExpired }) => kind === "public" && !isExpired);
  const link = await publicLink(account, links, found);
  say(link.url);
  if (text !== sidecar.base) say(`${file} holds changes that the deck has not: push them to show them too.`);
}

async function publicLink(account, links, found) {
  if (found === undefined) return callJson(account, "POST", links, { json: { kind: "public" } });
  if (found.target === "latest") return found;
  return callJson(account, "PATCH", `${links}/${found.id}`, { json: { target: "current" } });
}
