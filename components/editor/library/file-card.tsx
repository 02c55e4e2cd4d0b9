"use client";
import { CornerDownLeft, Ellipsis, Film, Music, PenLine, Trash2 } from "lucide-react";
import { sizeWords, slideWords } from "@/components/editor/library/file-words";
import type { ListedFile } from "@/components/editor/library/use-files";
import { IconButton } from "@/components/ui/icon-button";
import { sizedAddress } from "@/lib/api/picture-sizes";
import { Menu, MenuItem } from "@/components/ui/menu";
import { MenuLine } from "@/components/ui/menu-parts";

export interface FileCardProps {
  readonly file: ListedFile;
  readonly canEdit: boolean;
  readonly onInsert: () => void;
  /** A slide, from 1. */
  readonly onGoTo: (slide: number) => void;
  readonly onAsk: (kind: "rename" | "delete") => void;
}

/** A file with its picture, what it is called, how large it is and where it shows. */
export function FileCard({ file, canEdit, onInsert, onGoTo, onAsk }: FileCardProps) {
  const name = file.path.split("/").at(-1) ?? file.path;
  const [first] = file.slides;
  return (
    <li className="relative min-w-0">
      <button
        type="button"
        disabled={!canEdit}
        onClick={onInsert}
        aria-label={canEdit ? `Insert ${file.path} at the caret` : file.path}
        className="block w-full overflow-hidden rounded-md bg-sunken shadow-[0_0_0_1px_var(--line)] outline-offset-2 enabled:hover:shadow-[0_0_0_1px_var(--control)]"
      >
        <Thumbnail file={file} />
      </button>
      <p className="mt-2 truncate pr-8 text-[13px] font-medium" title={file.path}>
        {name}
      </p>
      <p className="truncate pr-8 text-xs text-dim tabular-nums">
        {sizeWords(file.byteCount)} ·{" "}
        {first === undefined ? (
          <span className="text-warning-text">Unused</span>
        ) : (
          <button type="button" className="rounded-sm hover:text-text hover:underline" onClick={() => onGoTo(first)}>
            {slideWords(file.slides)}
          </button>
        )}
      </p>
      {canEdit ? (
        <div className="absolute right-0 bottom-0.5">
          <Menu align="end" trigger={<IconButton label={`More about ${file.path}`} icon={Ellipsis} size="sm" hasTooltip={false} />}>
            <MenuItem icon={CornerDownLeft} onClick={onInsert}>
              Insert at the caret
            </MenuItem>
            <MenuItem icon={PenLine} onClick={() => onAsk("rename")}>
              Rename…
            </MenuItem>
            <MenuLine />
            <MenuItem icon={Trash2} isDangerous onClick={() => onAsk("delete")}>
              Delete…
            </MenuItem>
          </Menu>
        </div>
      ) : null}
    </li>
  );
}

function Thumbnail({ file }: { readonly file: ListedFile }) {
  if (file.mediaType.startsWith("image/"))
    return (
      <span className="flex aspect-video items-center justify-center overflow-hidden p-1.5">
        <img
          src={sizedAddress(file.url, file.width, 640)}
          alt=""
          loading="lazy"
          decoding="async"
          className="seen-through max-h-full max-w-full rounded-[2px]"
        />
      </span>
    );
  const Sign = file.mediaType.startsWith("video/") ? Film : Music;
  return (
    <span className="flex aspect-video items-center justify-center text-dim">
      <Sign className="size-7" aria-hidden="true" />
    </span>
  );
}
