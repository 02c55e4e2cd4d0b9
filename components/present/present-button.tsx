"use client";
import { Play } from "lucide-react";
import { presentUrl } from "@/components/present/present-url";
import { Button } from "@/components/ui/button";

export interface PresentButtonProps {
  readonly deckId: string;
  /** The slide to begin with, 0-based; asked at the press. */
  readonly slideIndex?: () => number;
}

/**
 * Opens the stage in a tab of its own, at the slide being written: the editor stays connected behind it, and closing
 * the tab leads back. Pressed again it finds the same tab.
 */
export function PresentButton({ deckId, slideIndex = () => 0 }: PresentButtonProps) {
  return (
    <Button
      variant="primary"
      aria-label="Present"
      className="max-sm:px-2"
      onClick={() => open(presentUrl(deckId, slideIndex()), `lectern-present-${deckId}`)}
    >
      <Play aria-hidden="true" />
      <span className="hidden sm:inline">Present</span>
    </Button>
  );
}
