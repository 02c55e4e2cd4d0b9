import { may, type DeckRole } from "@/lib/workspace/policies";

/**
 * What is said to somebody who may do something else with a deck than before, by whose act where that is known;
 * undefined where nothing is. That they may no longer write is said where it is told that all they wrote is stored.
 */
export function roleWords(before: DeckRole, now: DeckRole, by?: string): string | undefined {
  if (now === before || now === "view" || (may(before, "edit") && !may(now, "edit"))) return undefined;
  if (before === "owner") return lessWords("you can still edit this deck, and no longer own it.", by);
  if (before === "present" && now === "comment") return lessWords("you can comment on this deck, and no longer present it.", by);
  if (now === "owner") return by === undefined ? "You own this deck now." : `${by} made you the owner of this deck.`;
  return `${by === undefined ? "You can" : `${by} lets you`} ${moreWords[now]}`;
}

const moreWords = {
  edit: "edit this deck now.",
  present: "present this deck now, and comment on it.",
  comment: "comment on this deck now.",
} as const satisfies Record<Exclude<DeckRole, "view" | "owner">, string>;

function lessWords(what: string, by: string | undefined): string {
  return by === undefined ? `${what.charAt(0).toUpperCase()}${what.slice(1)}` : `${by} changed what you may do: ${what}`;
}
