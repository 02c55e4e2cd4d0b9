"use client";
import { useEffect, useMemo, useState } from "react";
import { useSession } from "@/components/editor/session/use-session";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { listFiles } from "@/lib/api/client";
import { deleteFile, renameFile } from "@/lib/api/library-client";
import type { DeckFile, FileUsage } from "@/lib/api/files";
import { fileMentions, slideAt, type Deck } from "@/lib/deck";

/** A file, and the slides that name it, from 1. */
export interface ListedFile extends DeckFile {
  readonly slides: readonly number[];
}

export interface Files {
  readonly list: readonly ListedFile[];
  readonly usage: FileUsage | undefined;
  readonly isLoading: boolean;
  readonly failure: string | undefined;
  /** Throws what could not be done, for a form to say. */
  readonly rename: (file: DeckFile, name: string) => Promise<void>;
  readonly remove: (file: DeckFile) => void;
}

/** The deck's files as the server has them, and where the text names them as it is now. */
export function useFiles(deckId: string, deck: Deck): Files {
  const session = useSession();
  const say = useToast();
  const [answer, setAnswer] = useState<{ readonly files: readonly DeckFile[]; readonly usage: FileUsage }>();
  const [failure, setFailure] = useState<string>();
  const [round, setRound] = useState(0);
  const mentions = useMemo(() => slidesByPath(deck), [deck]);

  useEffect(() => {
    const leaving = new AbortController();
    listFiles(deckId, { signal: leaving.signal }).then(
      (list) => {
        setAnswer(list);
        setFailure(undefined);
      },
      (error: unknown) => {
        if (!leaving.signal.aborted) setFailure(sentenceOf(error));
      },
    );
    return () => leaving.abort();
  }, [deckId, round]);
  const reload = () => setRound((now) => now + 1);

  async function rename(file: DeckFile, name: string) {
    const renamed = (await renameFile(deckId, file.path, { path: name })).file;
    session.addFile(renamed);
    reload();
    if (renamed.path === file.path) return;
    say(`${file.path} is ${renamed.path} now, on its slides too.`, { act: { label: "Undo", onClick: () => void takeBack(renamed, file.path) } });
  }
  async function takeBack(file: DeckFile, name: string) {
    try {
      await renameFile(deckId, file.path, { path: name });
      reload();
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  }
  async function remove(file: DeckFile) {
    try {
      await deleteFile(deckId, file.path);
      say(`${file.path} is deleted.`);
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
    reload();
  }

  return {
    list: answer?.files.map((file) => ({ ...file, slides: mentions.get(file.path) ?? [] })) ?? [],
    usage: answer?.usage,
    isLoading: answer === undefined && failure === undefined,
    failure,
    rename,
    remove: (file) => void remove(file),
  };
}

/** Front matter counts as the first slide: what it names shows on all of them. */
function slidesByPath(deck: Deck): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { path, start } of fileMentions(deck)) {
    const number = slideAt(deck, start) + 1;
    const known = found.get(path) ?? [];
    if (known.at(-1) !== number) found.set(path, [...known, number]);
  }
  return found;
}
