"use client";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActs } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { sentenceOf } from "@/components/ui/sentence-of";
import { patchDeck } from "@/lib/api/client";
import { deckTitleSchema, type DeckInfo } from "@/lib/api/decks";
import { maxTitleLength } from "@/lib/api/limits";

export interface RenameDialogProps {
  /** Undefined where none is renamed. */
  readonly deck: DeckInfo | undefined;
  readonly onClose: () => void;
  readonly onRenamed: (deck: DeckInfo) => void;
}

/** Gives a deck another name. */
export function RenameDialog({ deck, onClose, onRenamed }: RenameDialogProps) {
  return (
    <Dialog
      width="sm"
      isOpen={deck !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title="Rename"
    >
      {deck === undefined ? null : (
        <RenameForm
          deck={deck}
          onRenamed={(renamed) => {
            onRenamed(renamed);
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

function RenameForm({ deck, onRenamed }: { readonly deck: DeckInfo; readonly onRenamed: (deck: DeckInfo) => void }) {
  const [title, setTitle] = useState(deck.title);
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    // Without a name of its own the deck shows the title in its text.
    const checked = title.trim() === "" ? null : deckTitleSchema.safeParse(title);
    if (checked !== null && !checked.success) return setError(checked.error.issues[0]?.message);
    setBusy(true);
    try {
      onRenamed(await patchDeck(deck.id, { title: checked === null ? null : checked.data }));
    } catch (failure) {
      setError(sentenceOf(failure));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={save} noValidate className="mt-4">
      <TextField
        label="Title"
        value={title}
        onValueChange={setTitle}
        maxLength={maxTitleLength}
        error={error}
        onFocus={(event) => event.currentTarget.select()}
        hint="Left empty, the deck shows the title in its text."
      />
      <DialogActs>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          Rename
        </Button>
      </DialogActs>
    </form>
  );
}
