"use client";
import { useState } from "react";
import { Banner } from "@/components/editor/status/banner";
import { findSuggestion } from "@/components/editor/status/suggestion";
import { useCanEdit, useNotices, useSession } from "@/components/editor/session/use-session";
import { refusedSentence } from "@/components/editor/session/text-edits";
import { Button } from "@/components/ui/button";

const nothing: ReadonlySet<string> = new Set();

/** "4 slides; 26 if every top-level heading starts one": with the button that makes it so, as one undoable edit. */
export function SuggestionBanner() {
  const session = useSession();
  const { deck, notices } = useNotices();
  const canEdit = useCanEdit();
  const [dismissed, setDismissed] = useState(nothing);
  const notice = findSuggestion(notices, dismissed);
  if (notice?.fix === undefined || !canEdit) return null;
  const { fix } = notice;
  const mend = () => {
    const refused = refusedSentence(
      session.pane()?.apply(fix.edits, deck.source) ?? "changed",
      "The text has just changed. Look again, and try it then.",
    );
    if (refused !== undefined) session.announcements.say(refused, { tone: "refused" });
  };
  return (
    <Banner tone="info" role="status" title={notice.message}>
      <Button size="sm" variant="primary" onClick={mend}>
        {fix.label}
      </Button>
      <Button size="sm" variant="ghost" onClick={() => setDismissed(new Set([...dismissed, notice.code]))}>
        Keep as it is
      </Button>
    </Banner>
  );
}
