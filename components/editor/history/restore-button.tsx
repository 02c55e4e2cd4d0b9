"use client";
import { useState } from "react";
import { useSaveState, useSession } from "@/components/editor/session/use-session";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { momentText } from "@/components/ui/moment";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { putMarkdown, restoreVersion } from "@/lib/api/client";
import type { VersionInfo } from "@/lib/api/versions";

export interface RestoreButtonProps {
  readonly deckId: string;
  readonly version: VersionInfo;
  /** When the history was opened. */
  readonly now: Date;
  readonly onRestored: () => void;
}

const goesOn = "Everybody who has it open sees that at once. How it is now stays in the history, so nothing is lost.";
const beginsAnew =
  "Everybody who has it open has to load it again. What can still be read of it stays in the history; what can’t is given up, so ask whoever runs this server first if it may matter.";

/** Goes back to a version; co-authors see it at once, and it can be taken back. */
export function RestoreButton({ deckId, version, now, onRestored }: RestoreButtonProps) {
  const session = useSession();
  const { source } = session;
  const say = useToast();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const moment = momentText(new Date(version.createdAt), now);
  const save = useSaveState();
  const isDamaged = save.state === "read-only" && save.isDamaged === true;

  async function restore() {
    setBusy(true);
    const before = source.text.toString();
    try {
      const { etag } = await restoreVersion(deckId, version.id);
      // It begins anew: nothing that is open here goes on with it.
      if (isDamaged) return location.reload();
      onRestored();
      session.pane()?.addStep(() => void takeBack(before, etag));
      say(`The deck is as it was on ${moment}.`, { act: { label: "Undo", onClick: () => void takeBack(before, etag) } });
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
      setBusy(false);
    }
  }

  /** Only while nobody wrote since: their words must not go with it. */
  async function takeBack(markdown: string, etag: string) {
    try {
      await putMarkdown(deckId, markdown, { ifMatch: etag });
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  }

  return (
    <>
      <Button variant="primary" isBusy={isBusy} onClick={() => setAsking(true)}>
        Restore this version
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title="Restore this version?"
        sentence={`The deck becomes what it was on ${moment}. ${isDamaged ? beginsAnew : goesOn}`}
        act="Restore"
        onConfirm={() => void restore()}
      />
    </>
  );
}
