import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const zip = promisify(gzip);
const brotli = promisify(brotliCompress);

/** Below this a compressed file is no shorter on the wire. */
const minBytes = 1024;

/** Nine of eleven: the last two save a tenth of the bytes for ten times the time. */
const brotliLevel = 9;

/**
 * Puts a `.gz` and a `.br` (6 % smaller for the pages, 12 % for packages) beside every text file, once, so that no request has
 * to wait for compression.
 */
export async function compressBuilt(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(?:js|css|svg|json)$/.test(name));
  await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const bytes = await readFile(file);
      if (bytes.byteLength < minBytes) return;
      await writeFile(`${file}.gz`, await zip(bytes, { level: constants.Z_BEST_COMPRESSION }));
      await writeFile(`${file}.br`, await brotli(bytes, brotliParameters(bytes)));
    }),
  );
}

function brotliParameters({ byteLength }) {
  return { params: { [constants.BROTLI_PARAM_QUALITY]: brotliLevel, [constants.BROTLI_PARAM_SIZE_HINT]: byteLength } };
}
