"use client";
import { refusedSentence } from "@/components/editor/session/text-edits";
import { CircleAlert, CircleX, Info, TriangleAlert, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { noticesText } from "@/components/editor/status/status-text";
import { useCanEdit, useNotices, useSession } from "@/components/editor/session/use-session";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Popover } from "@/components/ui/popover";
import { useToast } from "@/components/ui/toast";
import type { Notice, NoticeSeverity } from "@/lib/deck";

/** How many notices there are; pressed, all of them, each a click from its place and its remedy. */
export function NoticesPanel() {
  const { notices } = useNotices();
  const [isOpen, setOpen] = useState(false);
  const isWarning = notices.some(({ severity }) => severity === "warning" || severity === "error");
  return (
    <Popover
      title={noticesText(notices.length)}
      side="top"
      className="w-[min(420px,calc(100vw-16px))]"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={classNames("status-button", isWarning && "text-warning-text")}>
          {isWarning ? <TriangleAlert aria-hidden="true" /> : null}
          {noticesText(notices.length)}
        </button>
      }
    >
      {(close) => (notices.length === 0 ? <NoNotices /> : <NoticeList onGone={close} />)}
    </Popover>
  );
}

function NoNotices() {
  return (
    <p className="px-3 pb-3 text-[13px] text-dim">
      Nothing to say about this deck. Slides that run over and settings that make no sense are listed here.
    </p>
  );
}

function NoticeList({ onGone }: { readonly onGone: () => void }) {
  const session = useSession();
  const { deck, notices } = useNotices();
  const say = useToast();
  const canEdit = useCanEdit();
  return (
    <ul className="flex max-h-[min(60vh,560px)] flex-col overflow-y-auto p-1">
      {notices.map((notice, index) => {
        const { icon: Icon, tone } = severities[notice.severity];
        const { fix } = notice;
        return (
          <li key={keyOf(notice, index)} className="rounded-sm hover:bg-hover">
            <button
              type="button"
              className="flex w-full items-start gap-2.5 rounded-sm px-2 py-1.5 text-left text-[13px]"
              onClick={() => {
                session.pane()?.goTo(notice.range.start, { focus: true });
                onGone();
              }}
            >
              <Icon className={classNames("mt-0.5 size-4 shrink-0", tone)} aria-hidden="true" />
              <span className="min-w-0 flex-1">
                {notice.message} <span className="whitespace-nowrap text-dim">Line {notice.range.startLine}</span>
              </span>
            </button>
            {fix === undefined || !canEdit ? null : (
              <Button
                size="sm"
                className="mb-2 ml-[34px]"
                onClick={() => {
                  const applied = session.pane()?.apply(fix.edits, deck.source) ?? "changed";
                  const refused = refusedSentence(applied, "The text has just changed. Look again, and mend it then.");
                  if (refused !== undefined) say(refused, { tone: "error" });
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

function keyOf({ code }: Notice, index: number): string {
  return `${code} ${index}`;
}

const severities: Readonly<Record<NoticeSeverity, { readonly icon: LucideIcon; readonly tone: string }>> = {
  error: { icon: CircleX, tone: "text-danger" },
  warning: { icon: TriangleAlert, tone: "text-warning" },
  info: { icon: Info, tone: "text-accent" },
  hint: { icon: CircleAlert, tone: "text-dim" },
};
