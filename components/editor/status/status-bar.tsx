"use client";
import { NoticesPanel } from "@/components/editor/status/notices-panel";
import { durationText, estimateTalkS, positionText, wordsText } from "@/components/editor/status/status-text";
import { useCaret, useDeck } from "@/components/editor/session/use-session";

/** The line under the panes: where I am, how much it is, what there is to say, where the caret stands. */
export function StatusBar({ variant }: { readonly variant: "full" | "compact" }) {
  return (
    <footer className="status-bar" aria-label="Status">
      <DeckCount />
      <NoticesPanel />
      {variant === "full" ? <CaretPlace /> : null}
    </footer>
  );
}

function DeckCount() {
  const { deck } = useDeck();
  const { slideIndex } = useCaret();
  const words = deck.slides.reduce((sum, slide) => sum + slide.words, 0);
  return (
    <p className="status-count">
      <span>{positionText(slideIndex, deck.slides.length)}</span>
      <span className="status-wide"> · {wordsText(words)}</span>
      <span className="status-wide" title="How long the talk may take, by its words and notes">
        {" "}
        · {durationText(estimateTalkS(deck.slides))}
      </span>
    </p>
  );
}

function CaretPlace() {
  const { line, column } = useCaret();
  return (
    <p className="status-caret">
      Ln {line}, Col {column}
      <span className="status-wide"> · Markdown</span>
    </p>
  );
}
