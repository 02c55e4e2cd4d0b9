"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { saveFile } from "@/components/export/save-file";
import { presentUrl } from "@/components/present/present-url";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Dialog, DialogActs } from "@/components/ui/dialog";
import { ProgressBar } from "@/components/ui/progress-bar";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { exportDeck } from "@/lib/api/client";
import type { ExportProgress } from "@/lib/api/export-stream";

export interface PdfRequest {
  readonly deckId: string;
  readonly notes: boolean;
}

export interface PdfDialogProps {
  /** Undefined where no PDF is asked for. */
  readonly request: PdfRequest | undefined;
  readonly onClose: () => void;
}

/** Has a PDF made, shows how far it is, and hands it over; closing it gives the PDF up. */
export function PdfDialog({ request, onClose }: PdfDialogProps) {
  const { progress, failure } = usePdf(request, onClose);
  return (
    <Dialog
      isOpen={request !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      width="sm"
      title={failure === undefined ? "Making the PDF" : "The PDF could not be made"}
      description={failure}
    >
      {failure === undefined ? (
        <ProgressBar label={`${progress?.what ?? "Asking for it"}…`} percent={progress === undefined ? null : (100 * progress.done) / progress.of} />
      ) : null}
      <DialogActs>
        <Button onClick={onClose}>{failure === undefined ? "Cancel" : "Close"}</Button>
        {failure === undefined || request === undefined ? null : (
          <ButtonLink variant="primary" href={printUrl(request)} target="_blank" prefetch={false} onClick={onClose}>
            Print in this browser
          </ButtonLink>
        )}
      </DialogActs>
    </Dialog>
  );
}

function printUrl({ deckId, notes }: PdfRequest): string {
  return `${presentUrl(deckId)}?print${notes ? "=notes" : ""}`;
}

function usePdf(request: PdfRequest | undefined, onClose: () => void) {
  const say = useToast();
  const [progress, setProgress] = useState<ExportProgress>();
  const [failure, setFailure] = useState<string>();
  const make = useEffectEvent(async ({ deckId, notes }: PdfRequest, signal: AbortSignal) => {
    try {
      const { blob, name, remarks } = await exportDeck(deckId, "pdf", { notes, onProgress: setProgress, signal });
      if (signal.aborted) return;
      saveFile(blob, name);
      say(remarks.length === 0 ? `${name} is in your downloads.` : remarks.join(" "), { tone: remarks.length === 0 ? "done" : "notice" });
      onClose();
    } catch (error) {
      if (!signal.aborted) setFailure(sentenceOf(error));
    }
  });
  useEffect(() => {
    if (request === undefined) return undefined;
    setProgress(undefined);
    setFailure(undefined);
    const leaving = new AbortController();
    void make(request, leaving.signal);
    return () => leaving.abort();
  }, [request]);
  return { progress, failure };
}
