"use client";
import { useState } from "react";
import { useSession } from "@/components/editor/session/use-session";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { ApiError } from "@/lib/api/api-error";
import { importAgain, putMarkdown } from "@/lib/api/client";
import type { ImportSummary } from "@/lib/api/import";
import { readAsWords } from "@/components/editor/imported/import-words";

type Dialect = ImportSummary["dialect"];

export interface ImportAgain {
  readonly isBusy: boolean;
  /** The dialect that waits for a yes, since the deck was edited meanwhile. */
  readonly asking: Dialect | undefined;
  readonly stopAsking: () => void;
  readonly read: (dialect: Dialect, options?: { readonly replaceEdits: boolean }) => Promise<void>;
}

/** Reads the deck's original as another dialect; co-authors see it at once, and it can be taken back. */
export function useImportAgain(deckId: string, onRead: (summary: ImportSummary) => void): ImportAgain {
  const session = useSession();
  const say = useToast();
  const [isBusy, setBusy] = useState(false);
  const [asking, setAsking] = useState<Dialect>();

  async function read(dialect: Dialect, { replaceEdits } = { replaceEdits: false }) {
    setBusy(true);
    setAsking(undefined);
    const before = session.source.text.toString();
    try {
      const { info, etag } = await importAgain(deckId, { dialect, replaceEdits });
      onRead(info);
      say(`${readAsWords(info)}.`, { act: { label: "Undo", onClick: () => void takeBack(before, etag) } });
    } catch (error) {
      if (error instanceof ApiError && error.status === 409) setAsking(dialect);
      else say(sentenceOf(error), { tone: "error" });
    } finally {
      setBusy(false);
    }
  }

  /** Only while nobody wrote since: their words must not go with it. */
  async function takeBack(markdown: string, etag: string) {
    try {
      await putMarkdown(deckId, markdown, { ifMatch: etag });
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  }

  return { isBusy, asking, stopAsking: () => setAsking(undefined), read };
}
