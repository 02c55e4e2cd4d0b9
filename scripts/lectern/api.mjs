import { CommandError } from "./say.mjs";

/** One call to the server. What it refuses is told in its own words. */
export async function call({ server, token }, method, address, { json, bytes, headers = {} } = {}) {
  const body = json === undefined ? bytes : JSON.stringify(json);
  const typed = json === undefined ? {} : { "content-type": "application/json" };
  let response;
  try {
    response = await fetch(server + address, { method, body, headers: { authorization: `Bearer ${token}`, ...typed, ...headers } });
  } catch (error) {
    throw new CommandError(`${server} can't be reached: ${error.cause?.message ?? error.message}`);
  }
  if (response.ok) return response;
  throw new CommandError(await sentenceOf(response));
}

/** The same, of what is answered in JSON. A page is what another program answers at that address. */
export async function callJson(account, method, address, options) {
  const response = await call(account, method, address, options);
  try {
    return await response.json();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new CommandError(`${account.server} does not answer as Lectern does. Is the address right?`);
  }
}

async function sentenceOf(response) {
  const text = await response.text();
  try {
    return JSON.parse(text).detail ?? `The server answered ${response.status}.`;
  } catch {
    return `The server answered ${response.status}.`;
  }
}

export function deckAddress(id) {
  return `/api/decks/${encodeURIComponent(id)}`;
}
