"use client";
import { useState } from "react";
import type { Decks } from "@/components/dashboard/use-decks";
import type { NewDeck } from "@/components/dashboard/use-new-deck";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { patchDeck } from "@/lib/api/client";
import { actOnDecks } from "@/lib/api/library-client";
import type { DeckAct } from "@/lib/api/deck-acts";
import type { DeckInfo, PatchDeckBody } from "@/lib/api/decks";
import type { FolderId } from "@/lib/api/ids";
import { may } from "@/lib/workspace/policies";

/** Something about decks that is asked for in a dialog. */
export type Asked =
  | { readonly kind: "rename"; readonly deck: DeckInfo }
  | { readonly kind: "folder" | "tags" | "delete"; readonly decks: readonly DeckInfo[] };

/** What can be done with decks of a list. What the person may not do does nothing. */
export interface DeckActs {
  readonly asked: Asked | undefined;
  readonly stopAsking: () => void;
  readonly askRename: (deck: DeckInfo) => void;
  readonly askFolder: (decks: readonly DeckInfo[]) => void;
  readonly askTags: (decks: readonly DeckInfo[]) => void;
  readonly askDelete: (decks: readonly DeckInfo[]) => void;
  readonly star: (deck: DeckInfo) => void;
  readonly setTemplate: (deck: DeckInfo) => void;
  readonly startFrom: (deck: DeckInfo) => void;
  readonly trash: (decks: readonly DeckInfo[]) => void;
  /** Into the trash; what is there already is asked about, since it goes for ever. */
  readonly discard: (decks: readonly DeckInfo[]) => void;
  readonly restore: (decks: readonly DeckInfo[]) => void;
  readonly remove: (decks: readonly DeckInfo[]) => void;
  readonly move: (decks: readonly DeckInfo[], folder: { readonly id: FolderId | null; readonly name: string }) => void;
  readonly retag: (decks: readonly DeckInfo[], kind: "tag" | "untag", tag: string) => Promise<void>;
}

export interface DeckActsOptions extends Pick<Decks, "replace" | "reload">, Pick<NewDeck, "startFrom"> {
  /** Counts of folders and tags may be others now. */
  readonly onOrganized: () => void;
  /** What was chosen is thrown away: should it come back, it is not chosen. */
  readonly onDiscarded: () => void;
}

/** Acts on decks of a list, told in words, with an Undo where there is a way back. */
export function useDeckActs({ replace, reload, startFrom, onOrganized, onDiscarded }: DeckActsOptions): DeckActs {
  const say = useToast();
  const [asked, setAsked] = useState<Asked>();
  const fail = (error: unknown) => say(sentenceOf(error), { tone: "error" });

  async function patch(deck: DeckInfo, body: PatchDeckBody, said?: string) {
    try {
      replace(deck.id, await patchDeck(deck.id, body));
      if (said !== undefined) say(said);
    } catch (error) {
      fail(error);
    }
  }

  /** Acts on all of them; says what was done, and why not where it was not. Returns the decks it was done with. */
  async function act(decks: readonly DeckInfo[], wanted: DeckAct): Promise<readonly DeckInfo[]> {
    if (decks.length === 0) return [];
    try {
      const { done, refused } = await actOnDecks({ deckIds: decks.map(({ id }) => id), act: wanted });
      const [first] = refused;
      if (first !== undefined) {
        say(refused.length === 1 ? first.sentence : `${refused.length} decks stayed as they were. ${first.sentence}`, { tone: "error" });
      }
      return decks.filter(({ id }) => done.includes(id));
    } catch (error) {
      fail(error);
      return [];
    }
  }

  async function restore(decks: readonly DeckInfo[]) {
    const back = await act(decks, { kind: "restore" });
    reload();
    onOrganized();
    if (back.length > 0) say(`${namesOf(back)} ${back.length === 1 ? "is" : "are"} back.`);
  }

  async function trash(decks: readonly DeckInfo[]) {
    const gone = await act(decks.filter(mayTrash), { kind: "trash" });
    for (const { id } of gone) replace(id, undefined);
    onOrganized();
    if (gone.length === 0) return;
    say(`${namesOf(gone)} ${gone.length === 1 ? "is" : "are"} in the trash.`, { act: { label: "Undo", onClick: () => void restore(gone) } });
  }

  async function remove(decks: readonly DeckInfo[]) {
    const gone = await act(decks, { kind: "delete" });
    for (const { id } of gone) replace(id, undefined);
    if (gone.length > 0) say(`${namesOf(gone)} ${gone.length === 1 ? "is" : "are"} deleted for ever.`);
  }

  async function move(decks: readonly DeckInfo[], { id, name }: { readonly id: FolderId | null; readonly name: string }) {
    const moved = await act(decks, { kind: "folder", folderId: id });
    if (moved.length === 0) return;
    say(id === null ? `${namesOf(moved)} ${moved.length === 1 ? "lies" : "lie"} in no folder now.` : `Moved ${namesOf(moved)} to “${name}”.`);
    reload();
    onOrganized();
  }

  return {
    asked,
    stopAsking: () => setAsked(undefined),
    askRename: (deck) => {
      if (deck.trashedAt === null && may(deck.role, "rename")) setAsked({ kind: "rename", deck });
    },
    askFolder: (decks) => setAsked({ kind: "folder", decks }),
    askTags: (decks) => setAsked({ kind: "tags", decks }),
    askDelete: (decks) => setAsked({ kind: "delete", decks }),
    star: (deck) => void patch(deck, { isStarred: !deck.isStarred }),
    setTemplate: (deck) =>
      void patch(
        deck,
        { isTemplate: !deck.isTemplate },
        deck.isTemplate ? `“${deck.title}” is no template any more.` : `“${deck.title}” is offered in “New deck” now.`,
      ),
    startFrom: (deck) => void startFrom(deck),
    trash: (decks) => void trash(decks),
    discard: (decks) => {
      onDiscarded();
      if (decks.length > 0 && decks.every(({ trashedAt }) => trashedAt !== null)) setAsked({ kind: "delete", decks });
      else void trash(decks);
    },
    restore: (decks) => void restore(decks),
    remove: (decks) => void remove(decks),
    move: (decks, folder) => void move(decks, folder),
    retag: async (decks, kind, tag) => {
      const changed = await act(decks, { kind, tag });
      for (const deck of changed) replace(deck.id, { ...deck, tags: retagged(deck.tags, kind, tag) });
      onOrganized();
    },
  };
}

function mayTrash({ trashedAt, role }: DeckInfo): boolean {
  return trashedAt === null && may(role, "trash");
}

function retagged(tags: readonly string[], kind: "tag" | "untag", tag: string): string[] {
  const others = tags.filter((known) => known.toLowerCase() !== tag.toLowerCase());
  return kind === "untag" ? others : others.length < tags.length ? [...tags] : [...tags, tag];
}

/** One by its title, more by their number. */
function namesOf(decks: readonly DeckInfo[]): string {
  const [first] = decks;
  return decks.length === 1 && first !== undefined ? `“${first.title}”` : `${decks.length} decks`;
}
