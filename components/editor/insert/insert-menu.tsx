"use client";
import { Plus } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { useCanEdit } from "@/components/editor/session/use-session";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";

/** The reference and its pictures come with the first opening, not with the editor. */
const InsertPanel = lazy(async () => ({ default: (await import("@/components/editor/insert/insert-panel")).InsertPanel }));

/** A button that opens everything there is to insert; the same is offered after `/` on an empty line. */
export function InsertMenu() {
  const [isOpen, setOpen] = useState(false);
  // What was inserted wants to be filled in: then the caret is in the text.
  const hasInserted = useRef(false);
  const canEdit = useCanEdit();
  return (
    <Popover
      title="Insert"
      align="start"
      className="flex h-[min(560px,var(--available-height))] w-[min(520px,calc(100vw-16px))] flex-col"
      isOpen={isOpen && canEdit}
      onOpenChange={(next) => {
        if (next) hasInserted.current = false;
        setOpen(next);
      }}
      returnsFocus={() => !hasInserted.current}
      trigger={
        <Button size="sm" variant="ghost" disabled={!canEdit}>
          <Plus aria-hidden="true" />
          Insert
        </Button>
      }
    >
      {(close) => (
        <Suspense fallback={<p className="px-3 pb-3 text-[13px] text-dim">Loading…</p>}>
          <InsertPanel
            onDone={() => {
              hasInserted.current = true;
              close();
            }}
          />
        </Suspense>
      )}
    </Popover>
  );
}
