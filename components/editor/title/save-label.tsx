"use client";
import { Check, CloudOff, Eye, LoaderCircle, TriangleAlert, type LucideIcon } from "lucide-react";
import { useSaveState } from "@/components/editor/session/use-session";
import { saveWords } from "@/components/editor/title/save-words";
import { classNames } from "@/components/ui/class-names";
import { Tooltip } from "@/components/ui/tooltip";
import type { SaveState } from "@/lib/collab/client/deck-source";

/** Where saving stands, in words; the whole story on hover, focus and press. */
export function SaveLabel() {
  return <SaveWords state={useSaveState()} />;
}

/** The label by itself, for pages that only show a deck. */
export function SaveWords({ state }: { readonly state: SaveState }) {
  const { label, detail, tone } = saveWords(state);
  // A phone has room for the word that counts; the rest is a press away, and for who hears it.
  const [word = label, ...more] = label.split(/(?=[:,])/);
  const isGrave = tone === "warning" || tone === "danger";
  const Icon = icons[state.state];
  return (
    <Tooltip content={detail} opensOnPress>
      <span
        role="status"
        aria-label="Save state"
        tabIndex={0}
        data-state={state.state}
        className={classNames(
          "inline-flex h-6 min-w-0 shrink items-center gap-1.5 rounded-sm px-1.5 text-[13px] whitespace-nowrap",
          isGrave && "max-sm:shrink-0",
          tones[tone],
        )}
      >
        <Icon
          className={classNames(
            "size-3.5 shrink-0",
            (state.state === "saving" || state.state === "connecting") && "animate-spin motion-reduce:animate-none",
            isGrave && "max-sm:hidden",
          )}
          aria-hidden="true"
        />
        <span className={tone === "calm" ? "truncate max-sm:sr-only" : "truncate"}>
          {word}
          {more.length === 0 ? null : <span className="max-sm:sr-only">{more.join("")}</span>}
        </span>
      </span>
    </Tooltip>
  );
}

const icons: Readonly<Record<SaveState["state"], LucideIcon>> = {
  connecting: LoaderCircle,
  saved: Check,
  saving: LoaderCircle,
  offline: CloudOff,
  "not-saved": TriangleAlert,
  "read-only": Eye,
};

const tones: Readonly<Record<ReturnType<typeof saveWords>["tone"], string>> = {
  calm: "text-dim",
  busy: "text-dim",
  warning: "bg-warning-soft text-warning-text",
  danger: "bg-danger-soft text-danger-text",
};
