"use client";
import { useEffect, useState } from "react";
import { sentenceOf } from "@/components/ui/sentence-of";
import { listInbox, markInboxSeen, patchInboxItem } from "@/lib/api/comments-client";
import type { InboxItem } from "@/lib/api/inbox";

export type ShownInbox = "open" | "handled";

type Page =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly sentence: string }
  | { readonly state: "there"; readonly items: readonly InboxItem[]; readonly nextCursor: string | null };

/** What was said to me. Looking at it makes it seen; handled is what I say is done. */
export function useInbox(show: ShownInbox) {
  const [shown, setShown] = useState<{ readonly show: ShownInbox; readonly page: Page }>({ show, page: { state: "loading" } });
  const [round, setRound] = useState(0);
  const page: Page = shown.show === show ? shown.page : { state: "loading" };

  useEffect(() => {
    let isLeft = false;
    const set = (next: Page) => {
      if (!isLeft) setShown({ show, page: next });
    };
    listInbox({ show })
      .then(async ({ items, nextCursor }) => {
        set({ state: "there", items, nextCursor });
        if (items.some(({ isSeen }) => !isSeen)) await markInboxSeen();
      })
      .catch((error: unknown) => set({ state: "failed", sentence: sentenceOf(error) }));
    return () => {
      isLeft = true;
    };
  }, [show, round]);

  return {
    page,
    reload: () => setRound(round + 1),
    more: async () => {
      if (page.state !== "there" || page.nextCursor === null) return;
      const next = await listInbox({ show, cursor: page.nextCursor });
      setShown({ show, page: { state: "there", items: [...page.items, ...next.items], nextCursor: next.nextCursor } });
    },
    /** Throws where it could not be said. */
    setHandled: async (item: InboxItem, handled: boolean) => {
      await patchInboxItem(item.id, { handled });
      if (page.state === "there") setShown({ show, page: { ...page, items: page.items.filter(({ id }) => id !== item.id) } });
    },
  };
}
