"use client";
import { X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { tagSchema, type DeckInfo } from "@/lib/api/decks";
import type { Library } from "@/lib/api/library";
import { maxNameLength } from "@/lib/api/limits";

export interface TagsDialogProps {
  /** As the list has them now; undefined while it is closed. */
  readonly decks: readonly DeckInfo[] | undefined;
  readonly known: Library["tags"];
  readonly onClose: () => void;
  readonly onRetag: (decks: readonly DeckInfo[], kind: "tag" | "untag", tag: string) => Promise<void>;
}

/** Tags decks, and takes tags away. */
export function TagsDialog({ decks, known, onClose, onRetag }: TagsDialogProps) {
  return (
    <Dialog
      width="sm"
      isOpen={decks !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={decks === undefined || decks.length === 1 ? "Tags" : `Tags of ${decks.length} decks`}
      description="Everybody who may see a deck sees its tags."
    >
      {decks === undefined ? null : <TagForm decks={decks} known={known} onRetag={onRetag} />}
    </Dialog>
  );
}

/** Tags offered beside those that are there. */
const maxOffered = 12;

function TagForm({ decks, known, onRetag }: Pick<TagsDialogProps, "known" | "onRetag"> & { readonly decks: readonly DeckInfo[] }) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const present = [...new Set(decks.flatMap(({ tags }) => tags))];
  const offered = known.map(({ tag }) => tag).filter((tag) => !present.includes(tag) && tag.toLowerCase().startsWith(text.trim().toLowerCase()));

  async function retag(kind: "tag" | "untag", tag: string) {
    setBusy(true);
    await onRetag(decks, kind, tag);
    setBusy(false);
  }
  async function add(written: string) {
    const tag = tagSchema.safeParse(written);
    if (!tag.success) return setError(tag.error.issues[0]?.message);
    setError(undefined);
    await retag("tag", tag.data);
    setText("");
  }

  return (
    <form
      noValidate
      className="mt-4"
      onSubmit={(event) => {
        event.preventDefault();
        void add(text);
      }}
    >
      {present.length === 0 ? null : (
        <ul aria-label="Tags" className="mb-4 flex flex-wrap gap-1.5">
          {present.map((tag) => (
            <li key={tag} className="flex h-7 max-w-full items-center gap-1 rounded-sm bg-hover pr-1 pl-2 text-[13px]">
              <span className="truncate">{tag}</span>
              <button
                type="button"
                aria-label={`Take ${tag} away`}
                className="rounded-sm p-0.5 text-dim hover:bg-hover hover:text-text"
                onClick={() => void retag("untag", tag)}
              >
                <X className="size-3.5" aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex items-end gap-2">
        <TextField label="Add a tag" className="flex-1" value={text} maxLength={maxNameLength} onValueChange={setText} error={error} />
        <Button type="submit" isBusy={isBusy} className="h-9">
          Add
        </Button>
      </div>
      {offered.length === 0 ? null : (
        <ul aria-label="Tags of other decks" className="mt-3 flex flex-wrap gap-1.5">
          {offered.slice(0, maxOffered).map((tag) => (
            <li key={tag} className="max-w-full">
              <Button size="sm" className="max-w-full" onClick={() => void add(tag)}>
                <span className="truncate">{tag}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
