"use client";
import { ArrowRight } from "lucide-react";
import { sampleDeck } from "@/components/landing/sample-deck";
import { useTriedDeck } from "@/components/landing/tried-deck";
import { useNewDeck } from "@/components/dashboard/use-new-deck";
import { Button } from "@/components/ui/button";

/** Makes a guest of a stranger, and opens a new deck that holds the tour, or what was written on this page. */
export function StartWriting() {
  const making = useNewDeck();
  const tried = useTriedDeck();

  function start() {
    const written = tried.current?.text.toString() ?? "";
    return making.start(written === sampleDeck || written.trim() === "" ? { start: "tour" } : { markdown: written });
  }

  return (
    <Button variant="primary" size="lg" isBusy={making.isBusy} onClick={() => void start()}>
      Start writing
      {making.isBusy ? null : <ArrowRight aria-hidden="true" />}
    </Button>
  );
}
