import type { Slide } from "@/lib/deck";

const maxUnits = 60;

/** What people call a slide: its title, else the words that it begins with; empty where it has none. */
export function slideName({ title, plain }: Pick<Slide, "title" | "plain">): string {
  if (title !== "") return title;
  const words = plain.trim().replace(/\s+/g, " ");
  if (words.length <= maxUnits) return words;
  const cut = words.slice(0, maxUnits);
  return `${cut.slice(0, cut.lastIndexOf(" ") + 1).trim() || cut}…`;
}
