import { dateText } from "@/components/ui/moment";
import type { VersionInfo, VersionKind } from "@/lib/api/versions";

const kindWords: Readonly<Record<VersionKind, string>> = {
  automatic: "",
  kept: "",
  talk: "Shown in a talk",
  publish: "Published",
  restore: "Before a restore",
  import: "Before the file was read again",
};

/** Why a version is there, where that says more than its time; empty else. */
export function kindText({ kind }: VersionInfo): string {
  return kindWords[kind];
}

/** Who wrote since the version before; where nobody knows, whose act it was. */
export function authorsText({ authors, author }: VersionInfo): string | null {
  return authors.length === 0 ? author : new Intl.ListFormat("en-GB", { type: "unit", style: "short" }).format(authors);
}

/** `Today`, `Yesterday`, `Tuesday, 24 November`, `Tuesday, 24 November 2024`. */
export function dayText(iso: string, now: Date): string {
  const then = new Date(iso);
  const days = Math.round((startOfDay(now) - startOfDay(then)) / dayMs);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return dateText(then, now);
}

export interface VersionDay {
  readonly day: string;
  readonly versions: readonly VersionInfo[];
}

/** Versions by the day they were made on, in their order. */
export function byDay(versions: readonly VersionInfo[], now: Date): readonly VersionDay[] {
  const days = new Map<string, VersionInfo[]>();
  for (const version of versions) {
    const day = dayText(version.createdAt, now);
    days.set(day, [...(days.get(day) ?? []), version]);
  }
  return [...days].map(([day, ofDay]) => ({ day, versions: ofDay }));
}

/** `1 slide`, `12 slides`. */
export function slidesText(count: number): string {
  return count === 1 ? "1 slide" : `${count} slides`;
}

const dayMs = 86_400_000;

function startOfDay(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}
