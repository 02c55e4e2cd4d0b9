"use client";
import { Check, Folder as FolderSign, FolderMinus } from "lucide-react";
import { Dialog } from "@/components/ui/dialog";
import type { DeckInfo } from "@/lib/api/decks";
import type { FolderId } from "@/lib/api/ids";
import type { Folder } from "@/lib/api/library";

export interface MoveDialogProps {
  /** Undefined while it is closed. */
  readonly decks: readonly DeckInfo[] | undefined;
  readonly folders: readonly Folder[];
  readonly onClose: () => void;
  readonly onMove: (decks: readonly DeckInfo[], folder: { readonly id: FolderId | null; readonly name: string }) => void;
  readonly onNewFolder: (teamId: string | undefined) => void;
}

/** Puts decks into a folder of their owner. */
export function MoveDialog({ decks, folders, onClose, onMove, onNewFolder }: MoveDialogProps) {
  return (
    <Dialog
      width="sm"
      isOpen={decks !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={decks?.length === 1 ? "Move to a folder" : `Move ${decks?.length ?? 0} decks to a folder`}
    >
      {decks === undefined ? null : <Choices decks={decks} folders={folders} onClose={onClose} onMove={onMove} onNewFolder={onNewFolder} />}
    </Dialog>
  );
}

function Choices({ decks, folders, onClose, onMove, onNewFolder }: MoveDialogProps & { readonly decks: readonly DeckInfo[] }) {
  const owners = new Set(decks.map(ownerKey));
  const [first] = decks;
  if (first === undefined || owners.size !== 1) {
    return (
      <p className="mt-2 text-dim">
        These decks belong to different people or teams, and a folder holds the decks of one. Choose decks of one owner.
      </p>
    );
  }
  if (first.owner.kind === "person" && !first.owner.isYou) {
    return <p className="mt-2 text-dim">Only {first.owner.name} can put this deck into a folder. You can star it, or tag it.</p>;
  }
  const teamId = first.owner.id ?? null;
  const theirs = folders.filter((folder) => folder.teamId === teamId);
  const current = decks.every(({ folderId }) => folderId === first.folderId) ? first.folderId : undefined;
  const choose = (id: FolderId | null, name: string) => {
    onMove(decks, { id, name });
    onClose();
  };
  return (
    <>
      <ul className="-mx-2 mt-3 max-h-[50vh] overflow-y-auto" aria-label="Folders">
        <Choice icon={FolderMinus} label="No folder" isCurrent={current === null} onClick={() => choose(null, "")} />
        {theirs.map(({ id, name }) => (
          <Choice key={id} icon={FolderSign} label={name} isCurrent={current === id} onClick={() => choose(id, name)} />
        ))}
      </ul>
      <button
        type="button"
        className="mt-3 rounded-sm text-[13px] font-medium text-accent-text hover:underline"
        onClick={() => {
          onClose();
          onNewFolder(teamId ?? undefined);
        }}
      >
        New folder…
      </button>
    </>
  );
}

interface ChoiceProps {
  readonly icon: typeof FolderSign;
  readonly label: string;
  readonly isCurrent: boolean;
  readonly onClick: () => void;
}

function Choice({ icon: Icon, label, isCurrent, onClick }: ChoiceProps) {
  return (
    <li>
      <button
        type="button"
        aria-current={isCurrent || undefined}
        onClick={onClick}
        className="flex h-10 w-full items-center gap-2.5 rounded-sm px-2 text-left hover:bg-hover focus-visible:outline-offset-[-2px]"
      >
        <Icon className="size-4 shrink-0 text-dim" aria-hidden="true" />
        <span className="min-w-0 flex-1 truncate">{label}</span>
        {isCurrent ? <Check className="size-4 text-accent-text" aria-hidden="true" /> : null}
      </button>
    </li>
  );
}

function ownerKey({ owner }: DeckInfo): string {
  return owner.isYou ? "you" : `${owner.kind} ${owner.id ?? owner.name}`;
}
