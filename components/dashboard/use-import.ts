"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { sentenceOf } from "@/components/ui/sentence-of";
import { importDeck, importFile } from "@/lib/api/client";
import type { ImportedDeck } from "@/lib/api/import";

export interface Import {
  readonly isBusy: boolean;
  /** Why files could not be imported, a sentence each. */
  readonly failures: readonly string[];
  readonly dismiss: () => void;
  readonly addFiles: (files: Iterable<File>) => Promise<void>;
  readonly addText: (text: string) => Promise<void>;
}

/** Makes decks of files and text. One new deck is opened; of several the list tells. */
export function useImport(onSeveral: () => void): Import {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [failures, setFailures] = useState<readonly string[]>([]);

  async function run(tasks: readonly (() => Promise<ImportedDeck>)[]) {
    setBusy(true);
    setFailures([]);
    const made: ImportedDeck[] = [];
    const failed: string[] = [];
    // One after the other: their order is the order of the list.
    for (const task of tasks) {
      try {
        made.push(await task());
      } catch (error) {
        failed.push(sentenceOf(error));
      }
    }
    setFailures(failed);
    const [only] = made;
    if (made.length === 1 && failed.length === 0 && only !== undefined) return router.push(`/decks/${only.id}`);
    setBusy(false);
    if (made.length > 0) onSeveral();
  }

  return {
    isBusy,
    failures,
    dismiss: () => setFailures([]),
    addFiles: (files) => run([...files].map((file) => () => importFile(file))),
    addText: (text) => run([() => importDeck({ source: text })]),
  };
}
