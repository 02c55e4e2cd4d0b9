import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";

/**
 * A password's hash takes a tenth of a second of a core on purpose. Integration tests sign hundreds of people up whose
 * passwords need not withstand anybody: they take the same function at its least cost. Browser tests pay the whole of it.
 */
const { scrypt } = crypto;

function quickScrypt(password: crypto.BinaryLike, salt: crypto.BinaryLike, length: number, options: crypto.ScryptOptions, done: ScryptDone): void {
  scrypt(password, salt, length, { ...options, N: 2 }, done);
}

type ScryptDone = (error: Error | null, key: Buffer) => void;

// Once in a worker, however many files it runs.
if (scrypt.name !== quickScrypt.name) {
  Object.assign(crypto, { scrypt: quickScrypt });
  syncBuiltinESMExports();
}
