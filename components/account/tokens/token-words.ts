import { relativeTime } from "@/components/dashboard/relative-time";
import type { ApiToken, TokenScope } from "@/lib/api/tokens";

/** What a scope lets a program do, short and in a sentence. */
export const scopeWords: Readonly<Record<TokenScope, { readonly label: string; readonly sentence: string }>> = {
  read: { label: "Read", sentence: "It may see your decks, take their text and files, and export them." },
  write: { label: "Write", sentence: "It may also make decks, change their text and files, comment, and keep versions." },
  publish: { label: "Publish", sentence: "It may also share, publish and present decks, and put them into the trash." },
};

/** `Used 5 minutes ago · ends 12 May`. */
export function lifeOf({ lastUsedAt, expiresAt }: ApiToken, now: Date): string {
  const used = lastUsedAt === null ? "Never used" : `Used ${relativeTime(lastUsedAt, now)}`;
  if (expiresAt === null) return used;
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(expiresAt));
  return `${used} · ${new Date(expiresAt) <= now ? "ended" : "ends"} ${day}`;
}

/** How long a token may hold, in days; without a number until it is revoked. */
export const spans = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
  { value: "never", label: "No end" },
] as const;
export type Span = (typeof spans)[number]["value"];

const dayMs = 24 * 3600 * 1000;

/** The end of a token made now. */
export function endOf(span: Span, now: Date): string | undefined {
  return span === "never" ? undefined : new Date(now.getTime() + Number(span) * dayMs).toISOString();
}
