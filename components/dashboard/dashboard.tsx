"use client";
import { PanelLeft, Plus } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { AccountMenu } from "@/components/account/account-menu";
import { BulkBar } from "@/components/dashboard/bulk-bar";
import { useDashboardKeys } from "@/components/dashboard/dashboard-keys";
import { DeckDialogs } from "@/components/dashboard/deck-dialogs";
import { DeckList } from "@/components/dashboard/deck-list";
import { DropAndPaste } from "@/components/dashboard/drop-and-paste";
import { FailureNote } from "@/components/dashboard/failure-note";
import { FolderDialogs } from "@/components/dashboard/folder-dialogs";
import { ImportButton } from "@/components/dashboard/import-button";
import { ImportedNote } from "@/components/dashboard/imported-note";
import { NewDeckDialog } from "@/components/dashboard/new-deck-dialog";
import { PasteDialog } from "@/components/dashboard/paste-dialog";
import { SearchBox } from "@/components/dashboard/search-box";
import { SearchResults } from "@/components/dashboard/search-results";
import { extend, keepPresent, nothingSelected, toggle } from "@/components/dashboard/selection";
import { Sidebar } from "@/components/dashboard/sidebar";
import { SortMenu } from "@/components/dashboard/sort-menu";
import { useDeckActs } from "@/components/dashboard/use-deck-acts";
import { useDecks } from "@/components/dashboard/use-decks";
import { useFolders } from "@/components/dashboard/use-folders";
import { useImport } from "@/components/dashboard/use-import";
import { useLibrary } from "@/components/dashboard/use-library";
import { useNewDeck } from "@/components/dashboard/use-new-deck";
import { useSearch } from "@/components/dashboard/use-search";
import { useView } from "@/components/dashboard/use-view";
import { hasSort, viewLabel, type DeckView } from "@/components/dashboard/view";
import { InboxBell } from "@/components/inbox/inbox-bell";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { IconButton } from "@/components/ui/icon-button";
import { PageBar } from "@/components/ui/page-frame";
import { Sheet } from "@/components/ui/sheet";
import type { Me } from "@/lib/api/account";
import type { DeckInfo, DeckList as FirstDecks } from "@/lib/api/decks";
import type { Library } from "@/lib/api/library";

export interface DashboardProps {
  readonly me: Me;
  /** The first page of what the address asks for, drawn by the server. */
  readonly first: FirstDecks;
  readonly library: Library;
  /** When the server drew it, so that browser and server agree on "5 minutes ago". */
  readonly drawnAt: string;
}

/** All decks of a person, the ways to find one, and the ways to make another. */
export function Dashboard({ me, first, library: drawnLibrary, drawnAt }: DashboardProps) {
  const [view, setView] = useView();
  const now = useMemo(() => new Date(drawnAt), [drawnAt]);
  const [text, setText] = useState("");
  const [pasted, setPasted] = useState<string>();
  const [selection, setSelection] = useState(nothingSelected);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const search = useSearch(text);
  const box = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const list = useDecks(view, first);
  const [library, reloadLibrary] = useLibrary(drawnLibrary);
  const team = library.teams.find(({ id }) => view.show === `team:${id}`);
  const making = useNewDeck(team?.id);
  const clear = () => setSelection(nothingSelected);
  const acts = useDeckActs({ ...list, startFrom: making.startFrom, onOrganized: reloadLibrary, onDiscarded: clear });
  const importing = useImport(list.reload, team?.id);
  const order = list.decks.map(({ id }) => id);
  const look = (next: string) => {
    clear();
    setText(next);
  };
  const goTo = (next: DeckView) => {
    clear();
    setText("");
    setSheetOpen(false);
    setView(next);
  };
  const folders = useFolders({
    decks: list.decks,
    move: acts.move,
    onRemoved: ({ id }) => {
      reloadLibrary();
      if (view.folder === id) goTo({ ...view, folder: undefined });
      else list.reload();
    },
  });
  const select = ({ id }: DeckInfo, { isStretch }: { readonly isStretch: boolean }) =>
    setSelection((now) => (isStretch ? extend(now, id, order) : toggle(now, id)));
  const { ids } = keepPresent(selection, order);
  const chosen = list.decks.filter(({ id }) => ids.has(id));
  const addFiles = (files: readonly File[]) => void importing.addFiles(files);
  useDashboardKeys({ search: () => box.current?.focus(), newDeck: () => setChoosing(true), clear, discard: () => acts.discard(chosen) });
  const sidebar = <Sidebar view={view} library={library} folders={folders.acts} onView={goTo} />;

  return (
    <>
      <PageBar home="/decks">
        <ButtonLink href="/guide" variant="ghost">
          Guide
        </ButtonLink>
        <InboxBell />
        <AccountMenu me={me} />
      </PageBar>
      <div className="mx-auto flex w-full max-w-[1440px] gap-8 px-4 sm:px-6">
        <div className="sticky top-0 hidden max-h-dvh w-[216px] shrink-0 self-start overflow-y-auto pt-3 lg:block">{sidebar}</div>
        <main className="min-w-0 flex-1 pb-24">
          <div className="flex flex-wrap items-center gap-2 pt-3 pb-6">
            <SearchBox ref={box} value={text} onChange={look} onDown={() => results.current?.querySelector("a")?.focus()} />
            <div className="ml-auto flex items-center gap-2 max-sm:w-full max-sm:[&>button]:flex-1">
              <ImportButton isBusy={importing.isBusy} onFiles={addFiles} />
              <Button variant="primary" aria-keyshortcuts="n" isBusy={making.isBusy} onClick={() => setChoosing(true)}>
                {making.isBusy ? null : <Plus aria-hidden="true" />}
                New deck
              </Button>
            </div>
          </div>
          <FailureNote failures={importing.failures} onDismiss={importing.dismissFailures} />
          <ImportedNote decks={importing.made} onDismiss={importing.dismissMade} />
          <div className="flex min-h-8 items-center gap-2 pb-4">
            <IconButton label="Show lists and folders" icon={PanelLeft} className="-ml-1.5 lg:hidden" onClick={() => setSheetOpen(true)} />
            <h1 className="mr-auto min-w-0 truncate text-[20px] leading-8 font-semibold tracking-[-0.02em]">
              {text.trim() === "" ? viewLabel(view, library) : "Search"}
            </h1>
            {text.trim() === "" && hasSort(view) && list.decks.length > 1 ? (
              <SortMenu sort={view.sort} onSort={(sort) => setView({ ...view, sort })} />
            ) : null}
          </div>
          {text.trim() === "" ? (
            <DeckList
              view={view}
              list={list}
              now={now}
              acts={acts}
              selection={selection}
              onSelect={select}
              onTag={(tag) => goTo({ show: "all", sort: view.sort, tag })}
              onTour={() => void making.start({ start: "tour" })}
              onTemplate={() => setChoosing(true)}
              onTrash={() => goTo({ show: "trash", sort: view.sort })}
            />
          ) : (
            <>
              <FailureNote failures={search.failure === undefined ? [] : [search.failure]} />
              <SearchResults ref={results} search={search} />
            </>
          )}
          <BulkBar decks={chosen} acts={acts} onClear={clear} />
        </main>
      </div>
      <Sheet isOpen={isSheetOpen} onOpenChange={setSheetOpen} title="Decks" width="wide">
        <div className="h-full overflow-y-auto px-2 pt-2">{sidebar}</div>
      </Sheet>
      <DropAndPaste onFiles={addFiles} onText={setPasted} />
      <PasteDialog text={pasted} onClose={() => setPasted(undefined)} onImport={(source, dialect) => void importing.addText(source, dialect)} />
      <DeckDialogs acts={acts} list={list} library={library} onNewFolder={folders.acts.create} onDone={clear} />
      <FolderDialogs folders={folders} onSaved={reloadLibrary} />
      <NewDeckDialog isOpen={isChoosing} onOpenChange={setChoosing} making={making} teamName={team?.name} />
    </>
  );
}
