import { readdir, writeFile } from "node:fs/promises";
import { call, deckAddress } from "./api.mjs";
import { noteDown } from "./pull.mjs";
import { pushFiles } from "./push-files.mjs";
import { say } from "./say.mjs";
import { openDeck } from "./sidecar.mjs";

/**
 * Brings what was changed in the file into the deck, beside what others changed there: by slide, then by line. Files that it
 * names come along. The file is the deck's text then. What could not stand beside theirs is a comment in the deck, and nothing in the text.
 */
export async function push([named]) {
  const { file, sidecar, text, account } = await openDeck(named, readdir);
  const { deckId, base } = sidecar;
  const { text: mine, files } = await pushFiles({ file, text, deckId, account, files: sidecar.files ?? {} });
  const answer = await call(account, "POST", `${deckAddress(deckId)}/merge`, { json: { base, markdown: mine } });
  const { markdown, conflicts } = await answer.json();
  if (markdown !== text) await writeFile(file, markdown);
  await noteDown(file, { account, deckId, text: markdown, etag: answer.headers.get("etag"), files });
  say(resultOf({ base, text: mine, markdown, file, conflicts }));
  for (const { slide } of conflicts) say(`“${slide}”: others changed the same lines meanwhile. Theirs stay, and yours are a comment on the slide.`);
}

function resultOf({ base, text, markdown, file, conflicts }) {
  if (text === base) return markdown === base ? "Nothing has changed." : `You changed nothing; ${file} has what others changed.`;
  if (conflicts.length > 0) return `${file} has what others changed. The deck has what you changed, but not where they were at the same lines:`;
  return markdown === text ? "The deck has your changes." : `The deck has your changes, and ${file} those of others.`;
}
