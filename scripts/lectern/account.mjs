import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { CommandError } from "./say.mjs";

/** Where tokens are kept, by server; for the person's own eyes. */
function accountsFile() {
  return path.join(process.env.XDG_CONFIG_HOME || path.join(homedir(), ".config"), "lectern", "accounts.json");
}

async function readAccounts() {
  try {
    return JSON.parse(await readFile(accountsFile(), "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return { tokens: {} };
    throw new CommandError(`${accountsFile()} can't be read: ${error.message}`);
  }
}

/** Keeps a token, and this server as the one that is meant where none is named. */
export async function keepAccount(server, token) {
  const accounts = await readAccounts();
  const file = accountsFile();
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${JSON.stringify({ server, tokens: { ...accounts.tokens, [server]: token } }, null, 2)}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
}

/** The server that is meant where none is named; undefined where there is none yet. */
export async function usualServer() {
  return usualOf(await readAccounts());
}

function usualOf({ server }) {
  return serverOf(process.env.LECTERN_SERVER || server || "");
}

/** The server and the token for it; `named` is what a deck or an option says. */
export async function findAccount(named) {
  const accounts = await readAccounts();
  const server = named === undefined ? usualOf(accounts) : serverOf(named);
  if (server === undefined) throw new CommandError("Say which server: `lectern login --server https://…` keeps it.");
  const token = process.env.LECTERN_TOKEN ?? accounts.tokens[server];
  if (!token)
    throw new CommandError(`There is no token for ${server}. Make one in your account there (API tokens), then: lectern login --server ${server}`);
  return { server, token };
}

/** The origin of an address; undefined for what is none. */
export function serverOf(address) {
  return URL.canParse(address) && /^https?:/.test(address) ? new URL(address).origin : undefined;
}
