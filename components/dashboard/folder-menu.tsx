"use client";
import { Ellipsis, FolderX, PenLine } from "lucide-react";
import type { FolderActs } from "@/components/dashboard/sidebar";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { Folder } from "@/lib/api/library";

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
