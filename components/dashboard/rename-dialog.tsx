"use client";
import { Dialog } from "@/components/ui/dialog";
import { TextForm } from "@/components/ui/text-form";
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
        <TextForm
          label="Title"
          hint="Left empty, the deck shows the title in its text."
          maxLength={maxTitleLength}
          onFocus={(event) => event.currentTarget.select()}
          initial={deck.title}
          schema={deckTitleSchema}
          mayBeEmpty
          act="Rename"
          onSave={async (title) => {
            onRenamed(await patchDeck(deck.id, { title }));
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}
