import { randomInt } from "node:crypto";

/** Crockford's base 32 in small letters: nothing that is mistaken for something else when read aloud. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** 80 bits for a page that is public anyway but not listed, 130 for a right to the deck itself. */
export const tokenLengths = { public: 16, join: 26 } as const;

/** A random address of `length` signs, unrelated to anything. */
export function randomToken(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}
