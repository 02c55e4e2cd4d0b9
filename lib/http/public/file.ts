import { createHash } from "node:crypto";
import { parseDeck } from "@/lib/deck";
import { keysOf } from "@/lib/http/public/link-key";
import { refusal } from "@/lib/http/public/refusal";
import { sizedFileAnswer } from "@/lib/http/sized-file-answer";
import type { Runtime } from "@/lib/runtime";
import { namedFiles } from "@/lib/stage/named-files";
import { findFilesOfContent } from "@/lib/workspace/files/find";
import { findPublicDeck } from "@/lib/workspace/links/find-public";
import { readPresentedTexts } from "@/lib/workspace/talks/presented";

export interface PublicFileOptions {
  readonly runtime: Runtime;
  readonly slug: string;
  /** sha256 of the content, in hexadecimal. */
  readonly hash: string;
}

/** The address names the content, so a browser may keep it; a shared cache would go on after the link was withdrawn. */
const cacheControl = "private, max-age=31536000, immutable";

const noFile = "These slides show no such file.";

/** `/p/<slug>/files/<hash>`: a file that the published slides show, or did in a talk on this link; and no other of the deck. */
export async function answerPublicFile(request: Request, { runtime, slug, hash }: PublicFileOptions): Promise<Response> {
  const found = await findPublicDeck(runtime, slug, keysOf(request.headers, { slug, env: runtime.env }));
  if (found.state !== "there") return refusal(found.state, noFile);
  const candidates = await findFilesOfContent(runtime, found.deckId, hash);
  if (candidates.length === 0) return refusal("missing", noFile);
  const isNamedIn = (markdown: string) => candidates.find(({ path }) => namedIn(markdown).has(path));
  const file = isNamedIn(found.markdown) ?? (await readPresentedTexts(runtime.pool, slug)).map(isNamedIn).find((one) => one !== undefined);
  if (!file) return refusal("missing", noFile);
  return sizedFileAnswer(request, { ground: runtime, deckId: found.deckId, file, cacheControl });
}

/** A page asks for all of its pictures at once: the text is read once for them. */
const maxRemembered = 50;
const remembered = new Map<string, ReadonlySet<string>>();

function namedIn(markdown: string): ReadonlySet<string> {
  const key = createHash("sha256").update(markdown).digest("base64");
  const known = remembered.get(key);
  if (known) return known;
  const named = namedFiles(parseDeck(markdown));
  const oldest = remembered.size >= maxRemembered ? remembered.keys().next().value : undefined;
  if (oldest !== undefined) remembered.delete(oldest);
  remembered.set(key, named);
  return named;
}
