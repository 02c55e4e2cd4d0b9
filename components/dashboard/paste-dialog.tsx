"use client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActs } from "@/components/ui/dialog";

export interface PasteDialogProps {
  /** Undefined where nothing was pasted. */
  readonly text: string | undefined;
  readonly onClose: () => void;
  readonly onImport: (text: string) => void;
}

/** Shows what was pasted before a deck is made of it. */
export function PasteDialog({ text, onClose, onImport }: PasteDialogProps) {
  const lines = text?.split("\n").length ?? 0;
  return (
    <Dialog
      isOpen={text !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title="Make a deck of what you pasted?"
      description={lines === 1 ? "1 line of text." : `${lines} lines of text.`}
    >
      <pre className="mt-4 max-h-56 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs leading-5 whitespace-pre-wrap">
        {text?.slice(0, 4_000)}
      </pre>
      <DialogActs>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="primary"
          onClick={() => {
            if (text !== undefined) onImport(text);
            onClose();
          }}
        >
          Make a deck
        </Button>
      </DialogActs>
    </Dialog>
  );
}
