"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { groupFiles, type ImportGroup } from "@/components/dashboard/import-groups";
import { sentenceOf } from "@/components/ui/sentence-of";
import { importDeck } from "@/lib/api/client";
import { importComments } from "@/lib/api/comments-client";
import { checkDeckText } from "@/lib/api/deck-file";
import type { TeamId } from "@/lib/api/ids";
import type { ImportDeckBody, ImportedDeck } from "@/lib/api/import";

export interface Import {
  readonly isBusy: boolean;
  /** Why files could not be imported, a sentence each. */
  readonly failures: readonly string[];
  /** Decks that came together with others or with failures; a single one is opened instead. */
  readonly made: readonly ImportedDeck[];
  readonly dismissFailures: () => void;
  readonly dismissMade: () => void;
  readonly addFiles: (files: Iterable<File>) => Promise<void>;
  readonly addText: (text: string, dialect: ImportDeckBody["dialect"]) => Promise<void>;
}

type DeckGroup = Extract<ImportGroup, { readonly state: "deck" }>;

/** Makes decks of files and text, a team's where one is named. One new deck is opened; of several the list tells. */
export function useImport(onSeveral: () => void, teamId: TeamId | undefined): Import {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [failures, setFailures] = useState<readonly string[]>([]);
  const [made, setMade] = useState<readonly ImportedDeck[]>([]);

  async function run(groups: readonly Pick<DeckGroup, "body" | "comments">[], refused: readonly string[] = []) {
    setBusy(true);
    setFailures([]);
    setMade([]);
    const decks: ImportedDeck[] = [];
    const failed = [...refused];
    // One after the other: their order is the order of the list.
    for (const { body, comments } of groups) {
      try {
        const deck = await importDeck({ ...body, teamId });
        decks.push(deck);
        if (comments !== undefined) await importComments(deck.id, comments);
      } catch (error) {
        failed.push(sentenceOf(error));
      }
    }
    setFailures(failed);
    const [only] = decks;
    if (decks.length === 1 && failed.length === 0 && only !== undefined) return router.push(`/decks/${only.id}`);
    setBusy(false);
    setMade(decks);
    if (decks.length > 0) onSeveral();
  }

  return {
    isBusy,
    failures,
    made,
    dismissFailures: () => setFailures([]),
    dismissMade: () => setMade([]),
    addFiles: async (files) => {
      const groups = await groupFiles([...files], loadConfigurationReader);
      await run(
        groups.filter((group) => group.state === "deck"),
        groups.flatMap((group) => (group.state === "refused" ? [group.sentence] : [])),
      );
    },
    addText: async (source, dialect) => {
      const checked = checkDeckText(source);
      await (checked.state === "text" ? run([{ body: { source, dialect } }]) : run([], [checked.sentence]));
    },
  };
}

/** Loaded with the first configuration: most people never bring one. */
async function loadConfigurationReader() {
  const { importLandslideConfig } = await import("@/lib/deck");
  return (...[config, files]: Parameters<typeof importLandslideConfig>) => importLandslideConfig(config, files).files;
}
