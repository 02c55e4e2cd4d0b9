import { momentText } from "@/components/ui/moment";
import { sentenceOf } from "@/components/ui/sentence-of";
import type { useToast } from "@/components/ui/toast";
import { getVersion, putMarkdown } from "@/lib/api/client";
import type { Restored } from "@/lib/collab/protocol/hello";
import { namelessGuest } from "@/lib/collab/protocol/person-name";

export interface SayRestoredOptions {
  readonly deckId: string;
  readonly canTakeBack: boolean;
  readonly say: ReturnType<typeof useToast>;
}

/** Says that somebody else took the deck back to a version; whoever may write can take that back, as they can themselves. */
export function sayRestored({ by, to, replaced, etag }: Restored, { deckId, canTakeBack, say }: SayRestoredOptions): void {
  const name = by.name || namelessGuest;
  const version = to.name === null ? `how it was on ${momentText(new Date(to.createdAt), new Date())}` : `“${to.name}”`;
  const takeBack = async () => {
    try {
      const { markdown } = await getVersion(deckId, replaced);
      await putMarkdown(deckId, markdown, { ifMatch: etag });
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  };
  say(`${name} took the deck back to ${version}.`, {
    tone: "notice",
    ...(canTakeBack ? { act: { label: "Undo", onClick: () => void takeBack() } } : {}),
  });
}
