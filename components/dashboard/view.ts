import { listDecksQuerySchema, type DeckFilter, type DeckSort } from "@/lib/api/decks";
import type { FolderId } from "@/lib/api/ids";
import type { Library } from "@/lib/api/library";

/** What the dashboard shows: a list, in an order, and of it perhaps one folder or tag. */
export interface DeckView {
  readonly show: DeckFilter;
  readonly sort: DeckSort;
  readonly folder?: FolderId | undefined;
  readonly tag?: string | undefined;
}

/** The view that an address asks for; one that can't be asked for is that of all decks. */
export function readView(parameters: Readonly<Record<string, string | undefined>>): DeckView {
  const { show, sort, folder, tag } = parameters;
  const read = listDecksQuerySchema.safeParse({ show, sort, folder, tag });
  if (!read.success) return { show: "all", sort: "edited" };
  return { show: read.data.show, sort: read.data.sort, folder: read.data.folder, tag: read.data.tag };
}

/** The address of a view; what is usual stays out of it. */
export function viewAddress({ show, sort, folder, tag }: DeckView): string {
  const parameters = new URLSearchParams();
  if (show !== "all") parameters.set("show", show);
  if (sort !== "edited") parameters.set("sort", sort);
  if (folder !== undefined) parameters.set("folder", folder);
  if (tag !== undefined) parameters.set("tag", tag);
  const query = parameters.toString();
  return query === "" ? "/decks" : `/decks?${query}`;
}

const labels: Readonly<Record<Exclude<DeckFilter, `team:${string}`>, string>> = {
  all: "All decks",
  mine: "My decks",
  shared: "Shared with me",
  recent: "Recent",
  starred: "Starred",
  templates: "Templates",
  trash: "Trash",
};

/** What stands above the list. */
export function viewLabel({ show, folder, tag }: DeckView, { teams, folders }: Library): string {
  const inFolder = folders.find(({ id }) => id === folder);
  if (inFolder !== undefined) return inFolder.name;
  if (tag !== undefined) return `#${tag}`;
  if (isTeamFilter(show)) return teams.find(({ id }) => show === `team:${id}`)?.name ?? "Team";
  return labels[show];
}

/** Whether two views show the same, whatever the order. */
export function isSameList(a: DeckView, b: DeckView): boolean {
  return viewAddress({ ...a, sort: "edited" }) === viewAddress({ ...b, sort: "edited" });
}

/** Two lists have an order of their own. */
export function hasSort({ show }: DeckView): boolean {
  return show !== "recent" && show !== "trash";
}

export function isTeamFilter(show: DeckFilter): show is `team:${string}` {
  return show.startsWith("team:");
}
