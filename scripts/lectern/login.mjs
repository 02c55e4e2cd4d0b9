import { createInterface } from "node:readline/promises";
import { keepAccount, serverOf, usualServer } from "./account.mjs";
import { callJson } from "./api.mjs";
import { CommandError, say } from "./say.mjs";

/** Keeps a token that the server knows. */
export async function login(_rest, { server: named }) {
  const server = named === undefined ? await usualServer() : serverOf(named);
  if (server === undefined) throw new CommandError("Say which server: lectern login --server https://…");
  const token = (await readToken(server)).trim();
  if (!token.startsWith("lct_")) throw new CommandError("A token begins with lct_. Make one in your account, under API tokens.");
  const me = await callJson({ server, token }, "GET", "/api/me");
  await keepAccount(server, token);
  say(`Signed in at ${server} as ${me.name || "somebody without a name"}.`);
}

/** Not as an argument: those stand in the shell's history and in the list of processes. */
async function readToken(server) {
  if (process.env.LECTERN_TOKEN) return process.env.LECTERN_TOKEN;
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: false });
  if (process.stdin.isTTY) process.stdout.write(`Make a token at ${server}/account/tokens and paste it here: `);
  try {
    for await (const line of lines) return line;
    return "";
  } finally {
    lines.close();
  }
}
