"use client";
import { Plus, Search } from "lucide-react";
import { useState } from "react";
import { AccountMenu } from "@/components/account/account-menu";
import { DeckGrid } from "@/components/dashboard/deck-grid";
import { DropAndPaste } from "@/components/dashboard/drop-and-paste";
import { EmptyDecks } from "@/components/dashboard/empty-decks";
import { FailureNote } from "@/components/dashboard/failure-note";
import { ImportButton } from "@/components/dashboard/import-button";
import { ImportedNote } from "@/components/dashboard/imported-note";
import { PasteDialog } from "@/components/dashboard/paste-dialog";
import { RenameDialog } from "@/components/dashboard/rename-dialog";
import { useCardActs } from "@/components/dashboard/use-card-acts";
import { useDecks } from "@/components/dashboard/use-decks";
import { useImport } from "@/components/dashboard/use-import";
import { useNewDeck } from "@/components/dashboard/use-new-deck";
import { InboxBell } from "@/components/inbox/inbox-bell";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Choice } from "@/components/ui/choice";
import { PageBar } from "@/components/ui/page-frame";
import type { Me } from "@/lib/api/account";
import type { DeckFilter, DeckList } from "@/lib/api/decks";

export interface DashboardProps {
  readonly me: Me;
  /** The first page of all decks, drawn by the server. */
  readonly first: DeckList;
  /** When the server drew it, so that browser and server agree on "5 minutes ago". */
  readonly drawnAt: string;
}

const filters = [
  { value: "all", label: "All" },
  { value: "mine", label: "Mine" },
  { value: "shared", label: "Shared" },
  { value: "trash", label: "Trash" },
] as const satisfies readonly { value: DeckFilter; label: string }[];

/** All decks of a person, and the ways to make another. */
export function Dashboard({ me, first, drawnAt }: DashboardProps) {
  const [show, setShow] = useState<DeckFilter>("all");
  const [search, setSearch] = useState("");
  const [pasted, setPasted] = useState<string>();
  const list = useDecks({ show, search: search.trim() }, first);
  const { acts, renamed, stopRenaming } = useCardActs(list);
  const importing = useImport(list.reload);
  const making = useNewDeck();
  const addFiles = (files: readonly File[]) => void importing.addFiles(files);
  const newDeck = (
    <Button variant="primary" isBusy={making.isBusy} onClick={() => void making.start({})}>
      {making.isBusy ? null : <Plus aria-hidden="true" />}
      New deck
    </Button>
  );

  return (
    <>
      <PageBar home="/decks">
        <ButtonLink href="/guide" variant="ghost">
          Guide
        </ButtonLink>
        <InboxBell />
        <AccountMenu me={me} />
      </PageBar>
      <main className="mx-auto w-full max-w-[1240px] px-4 pb-24 sm:px-6">
        <div className="flex flex-wrap items-center gap-3 pt-4 pb-5">
          <h1 className="mr-auto text-[22px] leading-8 font-semibold tracking-[-0.02em]">Decks</h1>
          <ImportButton isBusy={importing.isBusy} onFiles={addFiles} />
          {newDeck}
        </div>
        <div className="flex flex-wrap items-center gap-3 pb-6">
          <Choice label="Which decks" value={show} choices={filters} onChange={setShow} />
          <SearchField value={search} onChange={setSearch} />
        </div>
        <FailureNote failures={importing.failures} onDismiss={importing.dismissFailures} />
        <ImportedNote decks={importing.made} onDismiss={importing.dismissMade} />
        <FailureNote failures={list.failure === undefined ? [] : [list.failure]} onRetry={list.reload} />
        {list.decks.length === 0 && !list.isLoading && list.failure === undefined ? (
          <EmptyDecks show={show} search={search.trim()}>
            <Button onClick={() => void making.start({ start: "tour" })}>Take the tour</Button>
          </EmptyDecks>
        ) : (
          <DeckGrid decks={list.decks} now={new Date(drawnAt)} acts={acts} isLoading={list.isLoading} />
        )}
        {list.loadMore === undefined ? null : (
          <div className="flex justify-center pt-10">
            <Button onClick={list.loadMore}>Show more</Button>
          </div>
        )}
        <p className="pt-12 text-center text-[13px] text-dim max-sm:hidden">
          Drop decks of Marp, Slidev, reveal.js, Landslide, remark, HackMD and others anywhere on this page, or paste Markdown.
        </p>
      </main>
      <DropAndPaste onFiles={addFiles} onText={setPasted} />
      <PasteDialog text={pasted} onClose={() => setPasted(undefined)} onImport={(text, dialect) => void importing.addText(text, dialect)} />
      <RenameDialog deck={renamed} onClose={stopRenaming} onRenamed={(deck) => list.replace(deck.id, deck)} />
    </>
  );
}

function SearchField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <label className="relative min-w-44 flex-1 sm:max-w-72">
      <Search className="pointer-events-none absolute top-2 left-2.5 size-4 text-dim" aria-hidden="true" />
      <input
        type="search"
        aria-label="Search decks"
        placeholder="Search titles"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="h-8 w-full rounded-md bg-raised pr-2 pl-8 text-[13px] shadow-[inset_0_0_0_1px_var(--line)] outline-none placeholder:text-dim focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
      />
    </label>
  );
}
