"use client";
import { useState, useSyncExternalStore } from "react";
import { Banner } from "@/components/editor/status/banner";
import { KeepButtons } from "@/components/editor/status/trouble-banner";
import { useSession } from "@/components/editor/session/use-session";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { DeckSource } from "@/lib/collab/client/deck-source";

type KeptText = DeckSource["keptTexts"][number];

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

function keptSentence({ reason, savedMs }: KeptText): string {
  const when = new Date(savedMs).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
  return `${sentences[reason]} It is of ${when}. Copy or download it, and take over what you need.`;
}

const sentences: Readonly<Record<KeptText["reason"], string>> = {
  refused: "The server did not take it into the deck.",
  replaced: "It was not stored yet when another state of the deck took its place.",
  "no-right": "You wrote in it without a connection, and may not edit the deck any more.",
};
