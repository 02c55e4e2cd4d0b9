"use client";
import { CircleAlert, CircleX, Info, TriangleAlert, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { deckRemarks, type Remark } from "@/components/editor/status/deck-remarks";
import { noticesText } from "@/components/editor/status/status-text";
import { useCanEdit, useDeck, useFitVersion, useSession } from "@/components/editor/session/use-session";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Popover } from "@/components/ui/popover";
import type { NoticeSeverity } from "@/lib/deck";

/** How many notices there are; pressed, all of them, each a click from its place and its remedy. */
export function NoticesPanel() {
  const { fits } = useSession();
  const { deck } = useDeck();
  useFitVersion();
  const [isOpen, setOpen] = useState(false);
  const remarks = deckRemarks(deck, fits);
  const isWarning = remarks.some(({ severity }) => severity === "warning" || severity === "error");
  return (
    <Popover
      title={noticesText(remarks.length)}
      side="top"
      className="w-[min(420px,calc(100vw-16px))]"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={classNames("status-button", isWarning && "text-warning-text")}>
          {isWarning ? <TriangleAlert aria-hidden="true" /> : null}
          {noticesText(remarks.length)}
        </button>
      }
    >
      {(close) => (remarks.length === 0 ? <NoRemarks /> : <RemarkList remarks={remarks} onGone={close} />)}
    </Popover>
  );
}

function NoRemarks() {
  return (
    <p className="px-3 pb-3 text-[13px] text-dim">
      Nothing to say about this deck. Slides that run over and settings that make no sense are listed here.
    </p>
  );
}

function RemarkList({ remarks, onGone }: { readonly remarks: readonly Remark[]; readonly onGone: () => void }) {
  const session = useSession();
  const canEdit = useCanEdit();
  return (
    <ul className="flex flex-col p-1">
      {remarks.map((remark) => {
        const { icon: Icon, tone } = severities[remark.severity];
        const { fix } = remark;
        return (
          <li key={remark.id} className="rounded-sm hover:bg-hover">
            <button
              type="button"
              className="flex w-full items-start gap-2.5 rounded-sm px-2 py-1.5 text-left text-[13px]"
              onClick={() => {
                session.pane()?.goTo(remark.offset, { focus: true });
                onGone();
              }}
            >
              <Icon className={classNames("mt-0.5 size-4 shrink-0", tone)} aria-hidden="true" />
              <span className="min-w-0 flex-1">
                {remark.message} <span className="whitespace-nowrap text-dim">Line {remark.line}</span>
              </span>
            </button>
            {fix === undefined || !canEdit ? null : (
              <Button
                size="sm"
                className="mb-2 ml-[34px]"
                onClick={() => {
                  session.pane()?.apply(fix.edits, session.live.snapshot().deck.source);
                  onGone();
                }}
              >
                {fix.label}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const severities: Readonly<Record<NoticeSeverity, { readonly icon: LucideIcon; readonly tone: string }>> = {
  error: { icon: CircleX, tone: "text-danger" },
  warning: { icon: TriangleAlert, tone: "text-warning" },
  info: { icon: Info, tone: "text-accent" },
  hint: { icon: CircleAlert, tone: "text-dim" },
};
