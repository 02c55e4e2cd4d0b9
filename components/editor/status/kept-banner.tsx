"use client";
import { useState, useSyncExternalStore } from "react";
import { Banner } from "@/components/editor/status/banner";
import { keptSentence } from "@/components/editor/status/kept-words";
import { KeepButtons } from "@/components/editor/status/trouble-banner";
import { useSession } from "@/components/editor/session/use-session";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** Offers texts that went into no deck: one at a time, until each is taken over or thrown away. */
export function KeptBanner() {
  const { source, live } = useSession();
  const texts = useSyncExternalStore(
    source.subscribe,
    () => source.keptTexts,
    () => source.keptTexts,
  );
  const [isAsking, setAsking] = useState(false);
  const text = texts[0];
  if (text === undefined) return null;
  return (
    <Banner tone="warning" role="status" title="A text of yours is kept in this browser" sentence={keptSentence(text)}>
      <KeepButtons key={text.id} myText={() => text.markdown} title={`${live.snapshot().deck.title} (kept)`} />
      <Button size="sm" variant="ghost" onClick={() => setAsking(true)}>
        Throw it away
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title="Throw this text away?"
        sentence="It is nowhere else: what of it is not in the deck is gone then."
        act="Throw it away"
        isDangerous
        onConfirm={() => source.discardKept(text.id)}
      />
    </Banner>
  );
}
