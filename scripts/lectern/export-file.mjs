import { readdir, writeFile } from "node:fs/promises";
import { call, deckAddress } from "./api.mjs";
import { CommandError, say } from "./say.mjs";
import { openDeck } from "./sidecar.mjs";

const formats = ["html", "md", "pdf", "pptx"];

/** Takes the deck as a file, as the server has it. */
export async function exportFile([named], { format = "html", output, notes }) {
  if (!formats.includes(format)) throw new CommandError(`There is no format "${format}"; choose one of ${formats.join(", ")}.`);
  const { file, sidecar, account } = await openDeck(named, readdir);
  const target = output ?? `${file.replace(/\.md$/i, "")}.${format}`;
  if (target === file) throw new CommandError(`${target} is the deck's own file; choose another name with -o.`);
  const answer = await call(account, "GET", `${deckAddress(sidecar.deckId)}/export?format=${format}${notes ? "&notes=1" : ""}`);
  await writeFile(target, Buffer.from(await answer.arrayBuffer()));
  say(`${target} is written.`);
}
