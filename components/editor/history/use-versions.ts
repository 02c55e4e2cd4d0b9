"use client";
import { useEffect, useState } from "react";
import { sentenceOf } from "@/components/ui/sentence-of";
import { listVersions } from "@/lib/api/client";
import type { VersionInfo, VersionList } from "@/lib/api/versions";

export type Loaded =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly sentence: string }
  | { readonly state: "there"; readonly list: VersionList };

export interface Versions {
  readonly loaded: Loaded;
  readonly reload: () => void;
  /** The next page; undefined at the end. */
  readonly more: (() => Promise<void>) | undefined;
  /** Shows a version that was named or has just been kept. */
  readonly put: (version: VersionInfo) => void;
}

/** A deck's versions, newest first, as far as they were asked for. */
export function useVersions(deckId: string, { isNamedOnly }: { readonly isNamedOnly: boolean }): Versions {
  const named = isNamedOnly ? "1" : undefined;
  const [loaded, setLoaded] = useState<Loaded>({ state: "loading" });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    listVersions(deckId, { named }, { signal: leaving.signal }).then(
      (list) => setLoaded({ state: "there", list }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setLoaded({ state: "failed", sentence: sentenceOf(error) });
      },
    );
    return () => leaving.abort();
  }, [deckId, round, named]);

  const list = loaded.state === "there" ? loaded.list : undefined;
  const cursor = list?.nextCursor ?? undefined;

  async function more() {
    try {
      const next = await listVersions(deckId, { named, cursor });
      setLoaded({ state: "there", list: { versions: [...(list?.versions ?? []), ...next.versions], nextCursor: next.nextCursor } });
    } catch (error) {
      setLoaded({ state: "failed", sentence: sentenceOf(error) });
    }
  }

  function put(version: VersionInfo) {
    if (list === undefined) return;
    const isKnown = list.versions.some(({ id }) => id === version.id);
    const versions = isKnown ? list.versions.map((known) => (known.id === version.id ? version : known)) : [version, ...list.versions];
    setLoaded({ state: "there", list: { ...list, versions } });
  }

  return {
    loaded,
    reload: () => {
      setLoaded({ state: "loading" });
      setRound(round + 1);
    },
    more: cursor === undefined ? undefined : more,
    put,
  };
}
