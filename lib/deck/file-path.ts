/** Characters of a whole path; what is longer names no file. */
const maxPathLength = 200;

/**
 * The path of a file beside the deck that an address means, decoded; undefined where it leads to the network, up out of
 * the deck's folder, to a place in a slide, or nowhere.
 */
export function relativePath(url: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^[\\/]{2}|^#/i.test(url)) return undefined;
  const segments = decodeName(url.replace(/[?#].*$/, ""))
    .replaceAll("\\", "/")
    .split("/")
    .filter((segment) => segment !== "" && segment !== ".");
  if (segments.length === 0 || segments.includes("..")) return undefined;
  return segments.join("/");
}

/**
 * A file's path as a deck keeps it: signs that would end an address in Markdown, or that some system's files may not
 * have, become hyphens. The same for a path that was cleaned before; undefined where nothing is left of it.
 */
export function cleanFilePath(path: string): string | undefined {
  const segments = path
    .normalize("NFC")
    .split("/")
    .map((segment) =>
      segment
        .replace(/[^\p{L}\p{M}\p{N}._~@+-]+/gu, "-")
        .replace(/-+(?=\.)/g, "")
        .replace(/^[-.]+|[-.]+$/g, "")
        .replace(/-{2,}/g, "-"),
    )
    .filter((segment) => segment !== "");
  const cleaned = segments.join("/");
  return cleaned === "" || cleaned.length > maxPathLength ? undefined : cleaned;
}

/** The path of the deck's own file that an address in its text means; undefined for every other address. */
export function deckFilePath(url: string): string | undefined {
  const path = relativePath(url);
  return path === undefined ? undefined : cleanFilePath(path);
}

/** A name as people write it, of one as addresses escape it. */
export function decodeName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    // A lone % is part of the name then.
    if (error instanceof URIError) return text;
    throw error;
  }
}
