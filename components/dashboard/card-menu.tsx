"use client";
import {
  ArchiveRestore,
  CheckCheck,
  ExternalLink,
  FileCode2,
  FilePlus2,
  FolderInput,
  LayoutTemplate,
  PenLine,
  Play,
  Star,
  StarOff,
  Tags,
  Trash2,
} from "lucide-react";
import type { DeckActs } from "@/components/dashboard/use-deck-acts";
import { presentUrl } from "@/components/present/present-url";
import { AnchoredMenu } from "@/components/ui/anchored-menu";
import { MenuItem, MenuLink } from "@/components/ui/menu";
import { MenuLine } from "@/components/ui/menu-parts";
import type { DeckInfo } from "@/lib/api/decks";
import { exportUrl } from "@/lib/api/exports";
import { may } from "@/lib/workspace/policies";

export interface CardMenuProps {
  /** The deck it is about, and what it hangs on; undefined while it is closed. */
  readonly opened: { readonly deck: DeckInfo; readonly anchor: Element } | undefined;
  readonly acts: DeckActs;
  readonly onSelect: (deck: DeckInfo) => void;
  readonly onClose: () => void;
}

/** What can be done with one deck: one menu for all cards. */
export function CardMenu({ opened, acts, onSelect, onClose }: CardMenuProps) {
  const deck = opened?.deck;
  return (
    <AnchoredMenu anchor={opened?.anchor} label={deck === undefined ? "" : `About ${deck.title}`} onClose={onClose}>
      {deck === undefined ? null : deck.trashedAt === null ? (
        <LiveItems deck={deck} acts={acts} onSelect={() => onSelect(deck)} />
      ) : (
        <TrashedItems deck={deck} acts={acts} />
      )}
    </AnchoredMenu>
  );
}

interface ItemsProps {
  readonly deck: DeckInfo;
  readonly acts: DeckActs;
}

function TrashedItems({ deck, acts }: ItemsProps) {
  return (
    <>
      <MenuItem icon={ArchiveRestore} onClick={() => acts.restore([deck])}>
        Take out of the trash
      </MenuItem>
      <MenuLine />
      <MenuItem icon={Trash2} keys="Del" isDangerous onClick={() => acts.askDelete([deck])}>
        Delete for ever…
      </MenuItem>
    </>
  );
}

function LiveItems({ deck, acts, onSelect }: ItemsProps & { readonly onSelect: () => void }) {
  return (
    <>
      <MenuItem icon={ExternalLink} onClick={() => open(`/decks/${deck.id}`, "_blank", "noopener")}>
        Open in a new tab
      </MenuItem>
      <MenuItem icon={Play} onClick={() => open(presentUrl(deck.id), `lectern-present-${deck.id}`)}>
        Present
      </MenuItem>
      {may(deck.role, "exportMarkdown") ? (
        <MenuItem icon={FilePlus2} onClick={() => acts.startFrom(deck)}>
          New deck from this
        </MenuItem>
      ) : null}
      <MenuLink icon={FileCode2} href={exportUrl(deck.id, "html")} isDownload>
        Export as HTML file
      </MenuLink>
      <MenuLine />
      <MenuItem icon={deck.isStarred ? StarOff : Star} keys="S" onClick={() => acts.star(deck)}>
        {deck.isStarred ? "Take the star away" : "Star"}
      </MenuItem>
      <MenuItem icon={CheckCheck} keys="X" onClick={onSelect}>
        Select
      </MenuItem>
      {may(deck.role, "organize") ? <OrganizeItems deck={deck} acts={acts} /> : null}
      {may(deck.role, "trash") ? (
        <>
          <MenuLine />
          <MenuItem icon={Trash2} keys="Del" isDangerous onClick={() => acts.trash([deck])}>
            Move to the trash
          </MenuItem>
        </>
      ) : null}
    </>
  );
}

function OrganizeItems({ deck, acts }: ItemsProps) {
  return (
    <>
      <MenuItem icon={PenLine} keys="F2" onClick={() => acts.askRename(deck)}>
        Rename…
      </MenuItem>
      <MenuItem icon={FolderInput} onClick={() => acts.askFolder([deck])}>
        Move to a folder…
      </MenuItem>
      <MenuItem icon={Tags} onClick={() => acts.askTags([deck])}>
        Tags…
      </MenuItem>
      <MenuItem icon={LayoutTemplate} onClick={() => acts.setTemplate(deck)}>
        {deck.isTemplate ? "No template any more" : "Use as a template"}
      </MenuItem>
    </>
  );
}
