import { momentText } from "@/components/ui/moment";
import type { KeptText } from "@/lib/collab/client/copy-rows";

/** What became of a text that went into no deck, since when it is kept and what can be done with it, in this browser's time. */
export function keptSentence({ reason, savedMs }: Pick<KeptText, "reason" | "savedMs">, now = new Date()): string {
  return `${sentences[reason]} It has been kept since ${momentText(new Date(savedMs), now)}. Copy or download it, and take over what you need.`;
}

const sentences: Readonly<Record<KeptText["reason"], string>> = {
  refused: "The server did not take it into the deck.",
  replaced: "It was not stored yet when another state of the deck took its place.",
  "no-right": "You wrote in it without a connection, and may not edit the deck any more.",
};
