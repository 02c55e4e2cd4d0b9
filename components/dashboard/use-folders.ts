"use client";
import { useState } from "react";
import type { AskedFolder } from "@/components/dashboard/folder-dialog";
import type { FolderActs } from "@/components/dashboard/folder-menu";
import type { DeckActs } from "@/components/dashboard/use-deck-acts";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { deleteFolder } from "@/lib/api/library-client";
import type { DeckInfo } from "@/lib/api/decks";
import type { Folder } from "@/lib/api/library";

export interface Folders {
  readonly acts: FolderActs;
  readonly asked: AskedFolder | undefined;
  /** The folder that is to be deleted, once somebody says so. */
  readonly doomed: Folder | undefined;
  readonly stopAsking: () => void;
  readonly remove: (folder: Folder) => void;
}

export interface FoldersOptions {
  readonly decks: readonly DeckInfo[];
  readonly move: DeckActs["move"];
  readonly onRemoved: (folder: Folder) => void;
}

/** Making, renaming, deleting folders, and dropping cards into them. */
export function useFolders({ decks, move, onRemoved }: FoldersOptions): Folders {
  const say = useToast();
  const [asked, setAsked] = useState<AskedFolder>();
  const [doomed, setDoomed] = useState<Folder>();

  async function remove(folder: Folder) {
    try {
      await deleteFolder(folder.id);
      onRemoved(folder);
      say(`The folder “${folder.name}” is gone; its decks are not.`);
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  }

  return {
    asked,
    doomed,
    stopAsking: () => {
      setAsked(undefined);
      setDoomed(undefined);
    },
    remove: (folder) => void remove(folder),
    acts: {
      create: (teamId) => setAsked({ kind: "create", teamId }),
      rename: (folder) => setAsked({ kind: "rename", folder }),
      remove: setDoomed,
      drop: (folder, deckIds) =>
        move(
          decks.filter(({ id }) => deckIds.includes(id)),
          folder,
        ),
    },
  };
}
