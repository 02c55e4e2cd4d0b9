"use client";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { CodeWords } from "@/components/ui/code-words";
import { useRecognition, type Recognition } from "@/components/dashboard/use-recognition";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActs } from "@/components/ui/dialog";
import { Menu } from "@/components/ui/menu";
import { MenuChoice } from "@/components/ui/menu-parts";
import type { ImportDeckBody } from "@/lib/api/import";

type Dialect = Recognition["dialect"];

export interface PasteDialogProps {
  /** Undefined where nothing was pasted. */
  readonly text: string | undefined;
  readonly onClose: () => void;
  readonly onImport: (text: string, dialect: ImportDeckBody["dialect"]) => void;
}

/** Shows what was pasted, and as what it will be read, before a deck is made of it. */
export function PasteDialog({ text, onClose, onImport }: PasteDialogProps) {
  const recognition = useRecognition(text);
  const [chosen, setChosen] = useState<Dialect>();
  const lines = text?.split("\n").length ?? 0;
  const close = () => {
    setChosen(undefined);
    onClose();
  };
  return (
    <Dialog
      isOpen={text !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      title="Make a deck of what you pasted?"
      description={lines === 1 ? "1 line of text." : `${lines} lines of text.`}
    >
      <pre className="mt-4 max-h-56 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs leading-5 whitespace-pre-wrap">
        {text?.slice(0, 4_000)}
      </pre>
      <div className="mt-3 flex min-h-8 items-center gap-2 text-[13px]">
        {recognition === undefined ? null : <ReadAs recognition={recognition} chosen={chosen} onChoose={setChosen} />}
      </div>
      <DialogActs>
        <Button onClick={close}>Cancel</Button>
        <Button
          variant="primary"
          onClick={() => {
            if (text !== undefined) onImport(text, chosen ?? "auto");
            close();
          }}
        >
          Make a deck
        </Button>
      </DialogActs>
    </Dialog>
  );
}

interface ReadAsProps {
  readonly recognition: Recognition;
  readonly chosen: Dialect | undefined;
  readonly onChoose: (dialect: Dialect) => void;
}

function ReadAs({ recognition: { dialect, evidence, choices }, chosen, onChoose }: ReadAsProps) {
  const shown = chosen ?? dialect;
  return (
    <>
      <span>Read as</span>
      <Menu
        trigger={
          <Button size="sm">
            {choices.find((choice) => choice.dialect === shown)?.label}
            <ChevronDown aria-hidden="true" />
          </Button>
        }
      >
        <MenuChoice
          label="Read as"
          value={shown}
          choices={choices.map((choice) => ({ value: choice.dialect, label: choice.label }))}
          onChange={onChoose}
        />
      </Menu>
      {chosen === undefined && dialect !== "lectern" ? (
        <span className="min-w-0 flex-1 text-dim">
          <CodeWords text={evidence.slice(0, 2).join(", ")} />
        </span>
      ) : null}
    </>
  );
}
