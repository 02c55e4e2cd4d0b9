import type { DeckId } from "@/lib/api/ids";
import type { PictureWidth } from "@/lib/api/picture-sizes";
import type { Log } from "@/lib/log";
import { cameWithin } from "@/lib/patience";
import type { StoredFile } from "@/lib/workspace/files/file-row";
import { sizedKey, type FileStore } from "@/lib/workspace/files/file-store";
import { keepUploadOfFile, noteUpload } from "@/lib/workspace/files/leftovers";
import { openFileStore, type FileGround } from "@/lib/workspace/files/open-file-store";
import { loadImageLibrary, makeSized } from "@/lib/workspace/files/sizes/make";

export interface SizedOptions {
  readonly file: StoredFile;
  readonly width: PictureWidth;
}

/** `whole`: it does best as it is. `later`: it is not made yet, or can't be made here. */
export type SizedPicture = { readonly state: "sized"; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly state: "whole" | "later" };

export type SizedGround = FileGround & { readonly log: Log };

/** Whoever asks waits so long for its turn, and has the picture as it is then. */
const waitMs = 8_000;

const making = new Map<string, Promise<SizedPicture>>();

/**
 * A picture of a deck in a width, made when somebody first asks for it and kept beside the picture, with which it goes. It
 * counts in nobody's quota: it is the server's own, smaller than the picture, and made again from it wherever it is missing.
 */
export async function sizedPicture(ground: SizedGround, deckId: DeckId, { file, width }: SizedOptions): Promise<SizedPicture> {
  const store = openFileStore(ground);
  const key = sizedKey(file.sha256, width);
  const kept = await store.get(deckId, key);
  if (kept) return kept.byteLength === 0 ? { state: "whole" } : { state: "sized", bytes: kept };
  const name = `${deckId} ${key}`;
  const known = making.get(name);
  const work = known ?? inTurn(() => make(ground, deckId, { store, file, width })).finally(() => making.delete(name));
  if (!known) making.set(name, work);
  return (await cameWithin(waitMs, work)) ?? { state: "later" };
}

async function make(
  ground: SizedGround,
  deckId: DeckId,
  { store, file, width }: SizedOptions & { readonly store: FileStore },
): Promise<SizedPicture> {
  const { log } = ground;
  const library = await loadImageLibrary(log);
  const bytes = library && (await store.get(deckId, file.sha256));
  if (!library || !bytes) return { state: "later" };
  const made = await makeSized(library, bytes, { mediaType: file.mediaType, width }).catch((error: unknown) => {
    log.warn({ err: error, deckId, path: file.path }, "a picture could not be made smaller, and is served as it is");
    return undefined;
  });
  await keep(ground, deckId, { store, file, width, bytes: made ?? new Uint8Array() });
  return made ? { state: "sized", bytes: new Uint8Array(made) } : { state: "whole" };
}

/** No bytes say that none are needed. Should the picture go meanwhile, the note sees to it that these go too. */
async function keep(
  ground: SizedGround,
  deckId: DeckId,
  { store, file, width, bytes }: SizedOptions & { readonly store: FileStore; readonly bytes: Uint8Array },
): Promise<void> {
  await noteUpload(ground, deckId, file.sha256);
  await store.put(deckId, sizedKey(file.sha256, width), bytes);
  await keepUploadOfFile(ground, deckId, file.sha256);
}

/** Each holds a picture's pixels in memory, and one processor. */
const maxAtOnce = 2;
let busy = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= maxAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy += 1;
  try {
    return await work();
  } finally {
    // Whoever waits takes this one's place.
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}
