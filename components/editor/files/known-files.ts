import type { LiveDeck } from "@/components/editor/session/live-deck";
import { ApiError } from "@/lib/api/api-error";
import type { DeckFile } from "@/lib/api/files";
import type { FileWidths } from "@/lib/api/picture-sizes";
import { cleanFilePath, deckFilePath, type RenderOptions } from "@/lib/deck";

type ResolveUrl = NonNullable<RenderOptions["resolveUrl"]>;

/** A deck's own files, as far as an editor needs them. */
export interface FileAccess {
  /** Those that the page was drawn with. */
  readonly files: FileWidths;
  /** Those that there are now. */
  readonly list: () => Promise<readonly KnownFile[]>;
  /** Where addresses lead while these files are there. */
  readonly resolveUrl: (files: FileWidths) => ResolveUrl;
}

type KnownFile = Pick<DeckFile, "path" | "width">;

/** Which files the deck has. A co-author's file is noticed once the text names it. */
export interface KnownFiles {
  get(): FileWidths;
  /** Where addresses lead while these files are there; for a compiler to start with. */
  resolveUrl(): ResolveUrl;
  /** The path of a missing file that has this name, as far as slides asked for one. */
  missing(name: string): string | undefined;
  /** A file came to the deck: slides that name it show it from now on. */
  add(file: KnownFile): void;
  /** Begins to look for files that the deck names and nobody knows; tells `onKnown` of all there are. Returns the stop. */
  follow(live: Pick<LiveDeck, "change">, onKnown: (files: FileWidths) => void): () => void;
}

/** A path that is being typed changes with every key: wait until it holds still. */
const pauseMs = 1_000;

/** The files that the page was drawn with. */
export function createKnownFiles({ files, list, resolveUrl }: FileAccess): KnownFiles {
  let known = files;
  let tell: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const asked = new Set<string>();

  function resolver(): ResolveUrl {
    const resolve = resolveUrl(known);
    return (url, kind) => {
      const resolved = resolve(url, kind);
      if (resolved === undefined && kind !== "link") miss(deckFilePath(url));
      return resolved;
    };
  }
  function miss(path: string | undefined) {
    if (path === undefined || asked.has(path) || known.has(path)) return;
    asked.add(path);
    schedule();
  }
  function schedule() {
    clearTimeout(timer);
    if (tell !== undefined) timer = setTimeout(() => void look(), pauseMs);
  }
  async function look() {
    try {
      grow(await list());
    } catch (error) {
      // Without a connection nothing is shown that wasn't: the next unknown path asks again.
      if (!(error instanceof ApiError)) throw error;
      asked.clear();
    }
  }
  function grow(added: readonly KnownFile[]) {
    const next = new Map([...known, ...added.map(({ path, width }) => [path, width] as const)]);
    if (next.size === known.size) return;
    known = next;
    tell?.();
  }

  return {
    get: () => known,
    resolveUrl: resolver,
    missing: (name) => {
      const cleaned = cleanFilePath(name);
      return [...asked].find((path) => !known.has(path) && path.split("/").at(-1) === cleaned);
    },
    add: (file) => grow([file]),
    follow: (live, onKnown) => {
      onKnown(known);
      tell = () => {
        live.change({ resolveUrl: resolver() });
        onKnown(known);
      };
      if (asked.size > 0) schedule();
      return () => {
        tell = undefined;
        clearTimeout(timer);
      };
    },
  };
}
