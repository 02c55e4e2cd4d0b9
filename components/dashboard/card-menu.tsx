"use client";
import { ArchiveRestore, Ellipsis, ExternalLink, FileCode2, PenLine, Play, Trash2 } from "lucide-react";
import { presentUrl } from "@/components/present/present-url";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuLink } from "@/components/ui/menu";
import { MenuLine } from "@/components/ui/menu-parts";
import type { DeckInfo } from "@/lib/api/decks";
import { exportUrl } from "@/lib/api/exports";
import { may } from "@/lib/workspace/policies";

/** What can be done with a deck from the list. An act that the person may not do does nothing. */
export interface CardActs {
  readonly rename: (deck: DeckInfo) => void;
  readonly trash: (deck: DeckInfo) => void;
  readonly restore: (deck: DeckInfo) => void;
}

export function CardMenu({ deck, acts }: { readonly deck: DeckInfo; readonly acts: CardActs }) {
  return (
    <Menu align="end" trigger={<IconButton label={`More about ${deck.title}`} icon={Ellipsis} size="sm" hasTooltip={false} />}>
      {deck.trashedAt === null ? (
        <LiveItems deck={deck} acts={acts} />
      ) : (
        <MenuItem icon={ArchiveRestore} onClick={() => acts.restore(deck)}>
          Take out of the trash
        </MenuItem>
      )}
    </Menu>
  );
}

function LiveItems({ deck, acts }: { readonly deck: DeckInfo; readonly acts: CardActs }) {
  return (
    <>
      <MenuItem icon={ExternalLink} onClick={() => open(`/decks/${deck.id}`, "_blank", "noopener")}>
        Open in a new tab
      </MenuItem>
      <MenuItem icon={Play} onClick={() => open(presentUrl(deck.id), `lectern-present-${deck.id}`)}>
        Present
      </MenuItem>
      <MenuLink icon={FileCode2} href={exportUrl(deck.id, "html")} isDownload>
        Export as HTML file
      </MenuLink>
      {may(deck.role, "rename") ? (
        <MenuItem icon={PenLine} keys="F2" onClick={() => acts.rename(deck)}>
          Rename
        </MenuItem>
      ) : null}
      {may(deck.role, "trash") ? (
        <>
          <MenuLine />
          <MenuItem icon={Trash2} keys="Del" isDangerous onClick={() => acts.trash(deck)}>
            Move to the trash
          </MenuItem>
        </>
      ) : null}
    </>
  );
}
