import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";

const compress = promisify(gzip);

/** Below this a compressed file is no shorter on the wire. */
const minBytes = 1024;

/** Puts a `.gz` beside every text file of a folder, once, so that no request has to wait for compression. */
export async function compressBuilt(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(?:js|css|svg|json)$/.test(name));
  await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const bytes = await readFile(file);
      if (bytes.byteLength >= minBytes) await writeFile(`${file}.gz`, await compress(bytes, { level: constants.Z_BEST_COMPRESSION }));
    }),
  );
}
