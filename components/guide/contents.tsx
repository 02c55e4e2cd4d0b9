"use client";
import { ListTree, Search } from "lucide-react";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { useActiveId } from "@/components/guide/use-active-id";
import { Button } from "@/components/ui/button";

export interface ContentsGroup {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly { readonly id: string; readonly title: string; /** Lower case. */ readonly words: string }[];
}

/** The list of contents, which a field narrows; on a narrow screen it opens under the field. */
export function Contents({ groups }: { readonly groups: readonly ContentsGroup[] }) {
  const [query, setQuery] = useState("");
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const active = useActiveId();
  const found = search(groups, query);
  const count = found.reduce((sum, { entries }) => sum + entries.length, 0);
  useSlashKey(field);
  useEffect(() => {
    // Where the list stands beside the text, it follows it.
    if (active !== undefined && matchMedia("(min-width: 1024px)").matches)
      list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const close = () => setOpen(false);
  const onKeyDown = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll("a") ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    if (event.key === "ArrowDown") links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === "ArrowUp") (at <= 0 ? field.current : links[at - 1])?.focus();
    else if (event.key === "Enter" && event.target === field.current) list.current?.querySelector<HTMLAnchorElement>("a[data-entry]")?.click();
    else if (event.key === "Escape") {
      setQuery("");
      close();
      field.current?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <nav
      aria-label="Contents"
      onKeyDown={onKeyDown}
      className="z-20 flex flex-col bg-page max-lg:sticky max-lg:top-0 max-lg:-mx-4 max-lg:border-b max-lg:border-line max-lg:px-4 max-lg:py-2 sm:max-lg:-mx-6 sm:max-lg:px-6 lg:sticky lg:top-0 lg:h-dvh lg:pt-6"
    >
      <div className="flex gap-2">
        <label className="relative min-w-0 flex-1">
          <Search className="pointer-events-none absolute top-0 left-2.5 h-full w-4 text-dim" aria-hidden="true" />
          <input
            ref={field}
            type="search"
            aria-label="Search the guide"
            placeholder="Search the guide"
            aria-controls={listId}
            value={query}
            onFocus={() => query !== "" && setOpen(true)}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
              setOpen(event.currentTarget.value !== "");
            }}
            className="h-8 w-full pointer-coarse:h-10 rounded-md bg-raised pr-2 pl-8 text-[13px] shadow-[inset_0_0_0_1px_var(--line)] outline-none placeholder:text-dim focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
          />
        </label>
        <Button className="lg:hidden" aria-expanded={isOpen} aria-controls={listId} onClick={() => setOpen(!isOpen)}>
          <ListTree aria-hidden="true" />
          Contents
        </Button>
      </div>
      <p role="status" className="sr-only">
        {query === "" ? "" : `${count} found`}
      </p>
      <div
        ref={list}
        id={listId}
        className={`min-h-0 flex-1 overflow-y-auto overscroll-contain pt-3 pb-8 [scrollbar-width:thin] max-lg:max-h-[70dvh] max-lg:pb-3 ${isOpen ? "" : "max-lg:hidden"}`}
      >
        {count === 0 ? <p className="px-2 text-[13px] text-dim">Nothing about “{query}”. Try another tool’s word for it.</p> : null}
        {found.map((group) => (
          <div key={group.id} className="pb-3">
            <a href={`#${group.id}`} onClick={close} className="block rounded-sm px-2 py-1 text-[13px] font-medium hover:bg-hover">
              {group.title}
            </a>
            <ul>
              {group.entries.map((entry) => (
                <li key={entry.id}>
                  <a
                    href={`#${entry.id}`}
                    data-entry=""
                    onClick={close}
                    aria-current={entry.id === active ? "location" : undefined}
                    className="block truncate rounded-sm px-2 py-[3px] text-[13px] leading-5 text-dim hover:bg-hover hover:text-text aria-[current]:bg-accent-soft aria-[current]:text-accent-text"
                  >
                    {entry.title}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}

/** Entries that hold every word; a title that begins with the first word comes before the rest of its group. */
function search(groups: readonly ContentsGroup[], query: string): readonly ContentsGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return groups;
  return groups
    .map(({ entries, ...group }) => ({ ...group, entries: entries.filter((entry) => words.every((word) => entry.words.includes(word))) }))
    .filter(({ entries }) => entries.length > 0);
}

/** `/` goes to the field, unless somebody is writing. */
function useSlashKey(field: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isWriting =
        event.target instanceof Element && event.target.closest("input, textarea, [contenteditable], [role=textbox], .editor") !== null;
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isWriting) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [field]);
}
