import { z } from "zod";

/** The token that this browser had last for a deck: it says whom the page was, to a server that sees somebody else now. */
export interface LastToken {
  readonly get: () => string | undefined;
  readonly set: (token: string) => void;
}

const key = "lectern:last-tokens";
/** So many decks are remembered, those opened last. */
const maxDecks = 50;
const rowsSchema = z.array(z.tuple([z.string(), z.string()]));

/** Outlasts the page where the browser keeps anything: text that it kept may be sent by who signs in later. */
export function createLastToken(deckId: string): LastToken {
  let last = read().find(([id]) => id === deckId)?.[1];
  return {
    get: () => last,
    set: (token) => {
      last = token;
      write([[deckId, token], ...read().filter(([id]) => id !== deckId)].slice(0, maxDecks));
    },
  };
}

function read(): z.output<typeof rowsSchema> {
  if (typeof localStorage === "undefined") return [];
  try {
    return rowsSchema.parse(JSON.parse(localStorage.getItem(key) ?? "[]"));
  } catch {
    // Barred, or of another build: as if there had been none.
    return [];
  }
}

function write(rows: readonly (readonly string[])[]): void {
  if (typeof localStorage === "undefined") return;
  try {
    localStorage.setItem(key, JSON.stringify(rows));
  } catch (error) {
    console.info("This browser keeps no token: what it kept can be sent by its writer alone.", error);
  }
}
