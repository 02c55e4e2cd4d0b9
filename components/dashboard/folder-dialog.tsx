"use client";
import { Dialog } from "@/components/ui/dialog";
import { TextForm } from "@/components/ui/text-form";
import { createFolder, renameFolder } from "@/lib/api/library-client";
import { folderNameSchema, type Folder } from "@/lib/api/library";
import { maxNameLength } from "@/lib/api/limits";

/** A folder that is to be made, or to have another name. */
export type AskedFolder = { readonly kind: "create"; readonly teamId: string | undefined } | { readonly kind: "rename"; readonly folder: Folder };

export interface FolderDialogProps {
  readonly asked: AskedFolder | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Asks for a folder's name. */
export function FolderDialog({ asked, onClose, onSaved }: FolderDialogProps) {
  const save = async (name: string) => {
    if (asked?.kind === "create") await createFolder({ name, teamId: asked.teamId });
    else if (asked?.kind === "rename") await renameFolder(asked.folder.id, { name });
    onSaved();
    onClose();
  };
  return (
    <Dialog
      width="sm"
      isOpen={asked !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={asked?.kind === "rename" ? "Rename the folder" : "New folder"}
    >
      {asked === undefined ? null : (
        <TextForm
          label="Name"
          maxLength={maxNameLength}
          onFocus={(event) => event.currentTarget.select()}
          initial={asked.kind === "rename" ? asked.folder.name : ""}
          schema={folderNameSchema}
          act={asked.kind === "rename" ? "Rename" : "Make the folder"}
          onSave={(name) => save(name ?? "")}
        />
      )}
    </Dialog>
  );
}
