"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { SmallPage } from "@/components/ui/page-frame";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { patchDeck } from "@/lib/api/client";
import type { DeckInfo } from "@/lib/api/decks";

/** The page of a deck in the trash, for its owner. */
export function DeckTrashed({ deck }: { readonly deck: DeckInfo }) {
  const router = useRouter();
  const say = useToast();
  const [isBusy, setBusy] = useState(false);

  async function restore() {
    setBusy(true);
    try {
      await patchDeck(deck.id, { trashed: false });
      router.refresh();
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
      setBusy(false);
    }
  }

  return (
    <SmallPage title="This deck is in the trash" sentence={`“${deck.title}” is kept as it was, and nobody else can open it. Take it out to go on.`}>
      <div className="mt-6 flex gap-2">
        <Button variant="primary" isBusy={isBusy} onClick={() => void restore()}>
          Take it out
        </Button>
        <ButtonLink href="/decks">Your decks</ButtonLink>
      </div>
    </SmallPage>
  );
}
