"use client";
import { ArrowRight } from "lucide-react";
import { useNewDeck } from "@/components/dashboard/use-new-deck";
import { Button } from "@/components/ui/button";

/** Makes a guest of a stranger, and opens a new deck that holds the tour. */
export function StartWriting() {
  const making = useNewDeck();
  return (
    <Button variant="primary" size="lg" isBusy={making.isBusy} onClick={() => void making.start({ start: "tour" })}>
      Start writing
      {making.isBusy ? null : <ArrowRight aria-hidden="true" />}
    </Button>
  );
}
