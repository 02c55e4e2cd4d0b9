import { readFile } from "node:fs/promises";
import path from "node:path";
import { dataPolicy } from "@/lib/http/security-headers";

/** Kinds of files that the build writes; anything else in the folder is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/**
 * A built file by its address below `/assets/`; undefined where there is none. Names carry a hash of the content, so
 * browsers may keep them for ever.
 */
export async function answerAsset(assetPath: string, { root }: { readonly root: string }): Promise<Response | undefined> {
  const segments = assetPath.split("/");
  const contentType = contentTypes[path.extname(assetPath)];
  // Every segment begins with a letter, a digit or an underscore: no way up, no hidden file, no absolute path.
  if (contentType === undefined || !segments.every((segment) => /^\w[\w.-]*$/.test(segment))) return undefined;
  const bytes = await readBuiltFile(path.join(root, ...segments));
  if (!bytes) return undefined;
  return new Response(bytes, {
    headers: { "content-type": contentType, "cache-control": "public, max-age=31536000, immutable", "content-security-policy": dataPolicy },
  });
}

async function readBuiltFile(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EISDIR" || error.code === "ENOTDIR"))
      return undefined;
    throw error;
  }
}
