"use client";
import { FolderDialog } from "@/components/dashboard/folder-dialog";
import type { Folders } from "@/components/dashboard/use-folders";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** What is asked about folders. */
export function FolderDialogs({ folders, onSaved }: { readonly folders: Folders; readonly onSaved: () => void }) {
  const { asked, doomed, stopAsking, remove } = folders;
  return (
    <>
      <FolderDialog asked={asked} onClose={stopAsking} onSaved={onSaved} />
      <ConfirmDialog
        isOpen={doomed !== undefined}
        onOpenChange={(isOpen) => {
          if (!isOpen) stopAsking();
        }}
        title={`Delete the folder “${doomed?.name ?? ""}”?`}
        sentence="Its decks stay where everybody finds them, in no folder."
        act="Delete the folder"
        isDangerous
        onConfirm={() => {
          if (doomed !== undefined) remove(doomed);
        }}
      />
    </>
  );
}
