"use client";
import { Info, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { CodeWords } from "@/components/ui/code-words";
import { findExcerpt, keptWords, lossWords, readAsWords } from "@/components/editor/imported/import-words";
import { useSession } from "@/components/editor/session/use-session";
import { Dialog } from "@/components/ui/dialog";
import { sentenceOf } from "@/components/ui/sentence-of";
import { getImport } from "@/lib/api/client";
import type { ImportNotice, ImportSummary } from "@/lib/api/import";

export interface ImportDialogProps {
  readonly deckId: string;
  readonly imported: ImportSummary;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** What could not be converted, line by line of the original; each a click from where it stands in the deck. */
export function ImportDialog({ deckId, imported, isOpen, onOpenChange }: ImportDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`${readAsWords(imported)}${imported.filename === null ? "" : `: ${imported.filename}`}`}
      description={`${lossWords(imported.noticeCount)} ${keptWords(imported.noticeCount)}`}
    >
      <Notices deckId={deckId} imported={imported} onGone={() => onOpenChange(false)} />
    </Dialog>
  );
}

type Loaded =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly sentence: string }
  | { readonly state: "there"; readonly notices: readonly ImportNotice[] };

function Notices({ deckId, imported, onGone }: { readonly deckId: string; readonly imported: ImportSummary; readonly onGone: () => void }) {
  const [loaded, setLoaded] = useState<Loaded>({ state: "loading" });
  useEffect(() => {
    let isLeft = false;
    getImport(deckId).then(
      ({ notices }) => {
        if (!isLeft) setLoaded({ state: "there", notices });
      },
      (error: unknown) => {
        if (!isLeft) setLoaded({ state: "failed", sentence: sentenceOf(error) });
      },
    );
    return () => {
      isLeft = true;
    };
  }, [deckId, imported]);
  switch (loaded.state) {
    case "loading":
      return <p className="mt-4 text-[13px] text-dim">Looking through the original…</p>;
    case "failed":
      return (
        <p role="alert" className="mt-4 text-[13px] text-danger-text">
          {loaded.sentence}
        </p>
      );
    case "there":
      return (
        <ul className="-mx-2 mt-4 max-h-[50dvh] overflow-y-auto">
          {loaded.notices.map((notice, index) => (
            <NoticeRow key={index} notice={notice} onGone={onGone} />
          ))}
        </ul>
      );
  }
}

function NoticeRow({ notice, onGone }: { readonly notice: ImportNotice; readonly onGone: () => void }) {
  const session = useSession();
  const { severity, message, line, excerpt, file } = notice;
  const offset = findExcerpt(session.live.snapshot().deck.source, excerpt);
  const words = (
    <>
      {severity === "error" || severity === "warning" ? (
        <TriangleAlert className="mt-0.5 size-4 shrink-0 text-warning" aria-hidden="true" />
      ) : (
        <Info className="mt-0.5 size-4 shrink-0 text-dim" aria-hidden="true" />
      )}
      <span className="min-w-0 flex-1">
        <CodeWords text={message} />{" "}
        <span className="whitespace-nowrap text-dim">
          {file === undefined ? "Line" : `${file}, line`} {line}
        </span>
        {excerpt === "" ? null : <code className="mt-0.5 block truncate font-mono text-[12px] text-dim">{excerpt}</code>}
      </span>
    </>
  );
  const look = "flex w-full items-start gap-2.5 rounded-sm px-2 py-1.5 text-left text-[13px]";
  if (offset === undefined) return <li className={look}>{words}</li>;
  return (
    <li>
      <button
        type="button"
        className={`${look} hover:bg-hover`}
        onClick={() => {
          onGone();
          session.pane()?.goTo(offset, { focus: true });
        }}
      >
        {words}
      </button>
    </li>
  );
}
