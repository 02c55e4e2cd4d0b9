"use client";
import { z } from "zod";
import { slideWords } from "@/components/editor/library/file-words";
import type { Files } from "@/components/editor/library/use-files";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { TextForm } from "@/components/ui/text-form";
import { renameFileBodySchema } from "@/lib/api/files";
import type { ListedFile } from "@/components/editor/library/use-files";

/** A file that something is asked about. */
export type AskedFile = { readonly kind: "rename" | "delete"; readonly file: ListedFile };

export interface FileDialogsProps {
  readonly asked: AskedFile | undefined;
  readonly onClose: () => void;
  readonly onRename: Files["rename"];
  readonly onDelete: Files["remove"];
}

/** What is asked about a file. */
export function FileDialogs({ asked, onClose, onRename, onDelete }: FileDialogsProps) {
  const closed = (isOpen: boolean) => {
    if (!isOpen) onClose();
  };
  const [, stem = "", ending = ""] = /^(.*?)(\.[^./]*)?$/.exec(asked?.file.path ?? "") ?? [];
  return (
    <>
      <Dialog
        width="sm"
        isOpen={asked?.kind === "rename"}
        onOpenChange={closed}
        title="Rename the file"
        description="Every place in the text that names it follows. It can be in a folder: img/chart."
      >
        {asked?.kind === "rename" ? (
          <TextForm
            label={`Name, without ${ending}`}
            initial={stem}
            schema={z.string().pipe(renameFileBodySchema.shape.path)}
            act="Rename"
            onFocus={(event) => event.currentTarget.select()}
            onSave={async (name) => {
              await onRename(asked.file, `${name ?? stem}${ending}`);
              onClose();
            }}
          />
        ) : null}
      </Dialog>
      <ConfirmDialog
        isOpen={asked?.kind === "delete"}
        onOpenChange={closed}
        title={`Delete ${asked?.file.path ?? ""}?`}
        sentence={deleteWords(asked)}
        act="Delete"
        isDangerous
        onConfirm={() => {
          if (asked !== undefined) onDelete(asked.file);
        }}
      />
    </>
  );
}

function deleteWords(asked: AskedFile | undefined): string {
  const slides = asked?.file.slides ?? [];
  if (slides.length === 0) return "No slide shows it now. Older versions of this deck that do will miss it, and it can’t be brought back.";
  return `${slideWords(slides)} will miss it, older versions too, and it can’t be brought back.`;
}
