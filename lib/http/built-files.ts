import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

/** Answers a request for one of the built files; false where there is no such file. */
export type BuiltFiles = (req: IncomingMessage, res: ServerResponse) => boolean;

/**
 * The scripts and styles that the pages load, from the folder they were built into, at addresses that begin with
 * `prefix`; the build has put compressed copies beside them (`scripts/setup/compress-built.mjs`). Three of eleven
 * megabytes go over the wire, and nothing is compressed twice. Names carry a hash of the content, so browsers keep them
 * for ever.
 */
export function createBuiltFiles(folder: string, { prefix }: { readonly prefix: string }): BuiltFiles {
  const serve = sirv(folder, { gzip: true, brotli: true, immutable: true, maxAge: 31_536_000, etag: true, setHeaders: sayUtf8 });
  return (req, res) => {
    const { url = "" } = req;
    if (!url.startsWith(`${prefix}/`)) return false;
    let isThere = true;
    req.url = url.slice(prefix.length);
    serve(req, res, () => {
      isThere = false;
    });
    req.url = url;
    return isThere;
  };
}

/** Without it a script is read in the encoding of whatever page asks for it. */
function sayUtf8(res: ServerResponse, pathname: string): void {
  if (pathname.endsWith(".js")) res.setHeader("content-type", "text/javascript; charset=utf-8");
  if (pathname.endsWith(".css")) res.setHeader("content-type", "text/css; charset=utf-8");
}
