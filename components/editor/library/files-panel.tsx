"use client";
import { Search, Upload } from "lucide-react";
import { useMemo, useState } from "react";
import { insertPictures } from "@/components/editor/files/insert-picture";
import { FileCard } from "@/components/editor/library/file-card";
import { FileDialogs, type AskedFile } from "@/components/editor/library/file-dialogs";
import { usageWords } from "@/components/editor/library/file-words";
import { useFiles, type ListedFile } from "@/components/editor/library/use-files";
import { useCanEdit, useDeck, useSession } from "@/components/editor/session/use-session";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { FullDialog } from "@/components/ui/full-dialog";

export interface FilesPanelProps {
  readonly deckId: string;
  readonly onClose: () => void;
}

type Shown = "all" | "unused";

/** The pictures, films and sounds of the deck: where they show, what they are called, what is not needed any more. */
export function FilesPanel({ deckId, onClose }: FilesPanelProps) {
  const session = useSession();
  const { deck } = useDeck();
  const files = useFiles(deckId, deck);
  const [query, setQuery] = useState("");
  const [shown, setShown] = useState<Shown>("all");
  const [asked, setAsked] = useState<AskedFile>();
  const found = useMemo(() => narrow(files.list, { query, shown }), [files.list, query, shown]);
  const canEdit = useCanEdit();
  const unused = files.list.filter(({ slides }) => slides.length === 0).length;
  return (
    <FullDialog title="Files of this deck" onClose={onClose}>
      <div className="flex shrink-0 flex-wrap items-center gap-2 px-4 py-3">
        <label className="relative min-w-40 flex-1 sm:max-w-72">
          <Search className="pointer-events-none absolute top-2 left-2.5 size-4 text-dim" aria-hidden="true" />
          <input
            type="search"
            aria-label="Search files"
            placeholder="Search by name"
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            className="h-8 w-full rounded-md bg-raised pr-2 pl-8 text-[13px] shadow-[inset_0_0_0_1px_var(--line)] outline-none placeholder:text-dim focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
          />
        </label>
        <Choice
          label="Which files"
          value={shown}
          choices={[
            { value: "all", label: "All" },
            { value: "unused", label: `Unused ${unused}` },
          ]}
          onChange={setShown}
        />
        {canEdit ? (
          <Button
            className="ml-auto"
            onClick={() => {
              onClose();
              insertPictures(session);
            }}
          >
            <Upload aria-hidden="true" />
            Add files
          </Button>
        ) : null}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-6" aria-busy={files.isLoading || undefined}>
        {files.usage === undefined ? null : <p className="pb-3 text-[13px] text-dim">{usageWords(files.list.length, files.usage)}</p>}
        {files.failure === undefined ? null : <p className="pb-3 text-[13px] text-danger-text">{files.failure}</p>}
        {found.length === 0 && !files.isLoading && files.failure === undefined ? <Nothing isEmpty={files.list.length === 0} shown={shown} /> : null}
        <ul aria-label="Files" className="grid grid-cols-[repeat(auto-fill,minmax(min(46%,180px),1fr))] gap-x-4 gap-y-6">
          {found.map((file) => (
            <FileCard
              key={file.path}
              file={file}
              canEdit={canEdit}
              onInsert={() => {
                session.insertFile(file.path);
                onClose();
              }}
              onGoTo={(slide) => {
                onClose();
                session.goToSlide(slide - 1);
              }}
              onAsk={(kind) => setAsked({ kind, file })}
            />
          ))}
        </ul>
      </div>
      <FileDialogs asked={asked} onClose={() => setAsked(undefined)} onRename={files.rename} onDelete={files.remove} />
    </FullDialog>
  );
}

function Nothing({ isEmpty, shown }: { readonly isEmpty: boolean; readonly shown: Shown }) {
  const [title, sentence] = isEmpty
    ? ["No files yet", "Paste a picture into the text, or drop pictures, films and sounds anywhere on the editor."]
    : shown === "unused"
      ? ["Every file is used", "Nothing takes room that no slide shows."]
      : ["No file is called that", "Try a part of its name."];
  return (
    <div className="mx-auto max-w-md py-[14vh] text-center">
      <h2 className="text-[17px] font-semibold tracking-[-0.01em]">{title}</h2>
      <p className="mt-1.5 text-dim">{sentence}</p>
    </div>
  );
}

function narrow(files: readonly ListedFile[], { query, shown }: { readonly query: string; readonly shown: Shown }): readonly ListedFile[] {
  const part = query.trim().toLowerCase();
  return files.filter(({ path, slides }) => path.toLowerCase().includes(part) && (shown === "all" || slides.length === 0));
}
