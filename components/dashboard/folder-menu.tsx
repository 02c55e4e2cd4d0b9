"use client";
import { Ellipsis, FolderX, PenLine } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { DeckId } from "@/lib/api/ids";
import type { Folder } from "@/lib/api/library";

/** What a folder is asked to be. */
export interface FolderActs {
  readonly create: (teamId: string | undefined) => void;
  readonly rename: (folder: Folder) => void;
  readonly remove: (folder: Folder) => void;
  readonly drop: (folder: Folder, deckIds: readonly DeckId[]) => void;
}

export function FolderMenu({ folder, acts }: { readonly folder: Folder; readonly acts: FolderActs }) {
  return (
    <Menu align="end" trigger={<IconButton label={`More about the folder ${folder.name}`} icon={Ellipsis} size="sm" hasTooltip={false} />}>
      <MenuItem icon={PenLine} onClick={() => acts.rename(folder)}>
        Rename…
      </MenuItem>
      <MenuItem icon={FolderX} isDangerous onClick={() => acts.remove(folder)}>
        Delete the folder…
      </MenuItem>
    </Menu>
  );
}
