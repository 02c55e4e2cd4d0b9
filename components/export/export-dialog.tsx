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

export interface ExportRequest {
  readonly deckId: string;
  readonly format: "pdf" | "pptx";
  readonly notes: boolean;
}

export interface ExportDialogProps {
  /** Undefined where no file is asked for. */
  readonly request: ExportRequest | undefined;
  readonly onClose: () => void;
}

const words = {
  pdf: { making: "Making the PDF", failed: "The PDF could not be made", about: undefined },
  pptx: {
    making: "Making the PowerPoint file",
    failed: "The PowerPoint file could not be made",
    about:
      "For going on with it in PowerPoint, Keynote or LibreOffice: text, lists, tables and code can be edited there. It is not the slides to the pixel: fonts that are not installed give way to others, and formulas, diagrams and charts are pictures.",
  },
} as const satisfies Record<ExportRequest["format"], unknown>;

/** Has a file made that takes its time, shows how far it is, and hands it over; closing it gives the file up. */
export function ExportDialog({ request, onClose }: ExportDialogProps) {
  const { progress, failure } = useExport(request, onClose);
  const { making, failed, about } = words[request?.format ?? "pdf"];
  return (
    <Dialog
      isOpen={request !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      width="sm"
      title={failure === undefined ? making : failed}
      description={failure ?? about}
    >
      {failure === undefined ? (
        <ProgressBar label={`${progress?.what ?? "Asking for it"}…`} percent={progress === undefined ? null : (100 * progress.done) / progress.of} />
      ) : null}
      <DialogActs>
        <Button onClick={onClose}>{failure === undefined ? "Cancel" : "Close"}</Button>
        {failure === undefined || request?.format !== "pdf" ? null : (
          <ButtonLink variant="primary" href={printUrl(request)} target="_blank" prefetch={false} onClick={onClose}>
            Print in this browser
          </ButtonLink>
        )}
      </DialogActs>
    </Dialog>
  );
}

function printUrl({ deckId, notes }: ExportRequest): string {
  return `${presentUrl(deckId)}?print${notes ? "=notes" : ""}`;
}

function useExport(request: ExportRequest | undefined, onClose: () => void) {
  const say = useToast();
  const [progress, setProgress] = useState<ExportProgress>();
  const [failure, setFailure] = useState<string>();
  const make = useEffectEvent(async ({ deckId, format, notes }: ExportRequest, signal: AbortSignal) => {
    try {
      const { blob, name, remarks } = await exportDeck(deckId, format, { notes, onProgress: setProgress, signal });
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
