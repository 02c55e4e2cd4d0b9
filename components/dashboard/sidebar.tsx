"use client";
import {
  Clock,
  Folder as FolderSign,
  FolderPlus,
  LayoutTemplate,
  Library as LibrarySign,
  Star,
  Tag,
  Trash2,
  User,
  Users,
  UsersRound,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { FolderMenu, type FolderActs } from "@/components/dashboard/folder-menu";
import { SidebarItem } from "@/components/dashboard/sidebar-item";
import { Tags } from "@/components/dashboard/tags";
import { isSameList, type DeckView } from "@/components/dashboard/view";
import { IconButton } from "@/components/ui/icon-button";
import type { DeckFilter } from "@/lib/api/decks";
import type { Library } from "@/lib/api/library";

export interface SidebarProps {
  readonly view: DeckView;
  readonly library: Library;
  readonly folders: FolderActs;
  readonly onView: (view: DeckView) => void;
}

const lists: readonly { readonly show: DeckFilter; readonly label: string; readonly icon: LucideIcon }[] = [
  { show: "all", label: "All decks", icon: LibrarySign },
  { show: "recent", label: "Recent", icon: Clock },
  { show: "starred", label: "Starred", icon: Star },
  { show: "shared", label: "Shared with me", icon: Users },
];

const lastLists: typeof lists = [
  { show: "templates", label: "Templates", icon: LayoutTemplate },
  { show: "trash", label: "Trash", icon: Trash2 },
];

/** The lists there are, and folders and tags to narrow them. */
export function Sidebar({ view, library, folders, onView }: SidebarProps) {
  const { sort } = view;
  const item = (target: Omit<DeckView, "sort">, look: { readonly label: string; readonly icon: LucideIcon; readonly count?: number }) => {
    const address = { ...target, sort };
    return <SidebarItem key={look.label} {...look} view={address} isCurrent={isSameList(address, view)} onView={onView} />;
  };
  const foldersOf = (teamId: string | null, show: DeckFilter) =>
    library.folders
      .filter((folder) => folder.teamId === teamId)
      .map((folder) => (
        <SidebarItem
          key={folder.id}
          label={folder.name}
          icon={FolderSign}
          count={folder.decks}
          view={{ show, folder: folder.id, sort }}
          isCurrent={view.folder === folder.id}
          onView={onView}
          onDrop={(deckIds) => folders.drop(folder, deckIds)}
          menu={<FolderMenu folder={folder} acts={folders} />}
        />
      ));
  return (
    <nav aria-label="Decks by" className="flex flex-col gap-5 pb-8">
      <ul className="flex flex-col gap-px">{lists.map(({ show, ...look }) => item({ show }, look))}</ul>
      <Section label="Yours" act={<NewFolder of="your decks" onClick={() => folders.create(undefined)} />}>
        {item({ show: "mine" }, { label: "My decks", icon: User })}
        {foldersOf(null, "mine")}
      </Section>
      {library.teams.map(({ id, name }) => (
        <Section key={id} label={name} act={<NewFolder of={name} onClick={() => folders.create(id)} />}>
          {item({ show: `team:${id}` }, { label: `All of ${name}`, icon: UsersRound })}
          {foldersOf(id, `team:${id}`)}
        </Section>
      ))}
      {library.tags.length === 0 ? null : (
        <Section label="Tags">
          <Tags tags={library.tags} shown={view.tag}>
            {({ tag, decks }) => item({ show: "all", tag }, { label: tag, icon: Tag, count: decks })}
          </Tags>
        </Section>
      )}
      <ul className="flex flex-col gap-px">{lastLists.map(({ show, ...look }) => item({ show }, look))}</ul>
    </nav>
  );
}

function Section({ label, act, children }: { readonly label: string; readonly act?: ReactNode; readonly children: ReactNode }) {
  return (
    <section>
      <div className="flex h-7 items-center justify-between pr-1 pl-2.5">
        <h2 className="truncate text-xs font-medium text-dim">{label}</h2>
        {act}
      </div>
      <ul className="flex flex-col gap-px">{children}</ul>
    </section>
  );
}

function NewFolder({ of, onClick }: { readonly of: string; readonly onClick: () => void }) {
  return <IconButton label={`New folder for ${of}`} icon={FolderPlus} size="sm" onClick={onClick} />;
}
