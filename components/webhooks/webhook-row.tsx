"use client";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DeliveryLog } from "@/components/webhooks/delivery-log";
import { eventWords, stateOf } from "@/components/webhooks/webhook-words";
import type { WebhookInfo } from "@/lib/api/webhooks";
import type { WebhookCalls } from "@/lib/api/webhooks-client";

export interface WebhookRowProps {
  readonly webhook: WebhookInfo;
  readonly calls: WebhookCalls;
  readonly drawnAt: Date;
  readonly onDelete: () => Promise<void>;
  readonly onTryAgain: () => Promise<void>;
}

/** One webhook: where it goes, what it is told, how it goes with it, and what it was told last. */
export function WebhookRow({ webhook, calls, drawnAt, onDelete, onTryAgain }: WebhookRowProps) {
  const [isAsking, setAsking] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const state = stateOf(webhook, drawnAt);
  return (
    <li className="px-4 py-3.5 sm:px-5">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="font-mono text-[13px] leading-5 font-medium break-all">{webhook.url}</p>
          <p className="mt-0.5 text-[13px] text-dim">{webhook.events.map((event) => eventWords[event].label).join(" · ")}</p>
        </div>
        {webhook.disabledAt === null ? null : (
          <Button size="sm" variant="primary" onClick={() => void onTryAgain()}>
            Try again
          </Button>
        )}
        <Button size="sm" aria-label={`Delete the webhook to ${webhook.url}`} onClick={() => setAsking(true)}>
          Delete
        </Button>
      </div>
      {state === undefined ? null : (
        <p className={classNames("mt-1.5 text-[13px]", state.tone === "danger" ? "text-danger-text" : "text-text")}>{state.sentence}</p>
      )}
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="mt-2 -ml-1 flex items-center gap-1 rounded-sm px-1 py-0.5 text-[13px] text-dim hover:text-text"
      >
        <ChevronRight className={classNames("size-3.5 transition-transform duration-100", isOpen && "rotate-90")} aria-hidden="true" />
        What it was told
      </button>
      {isOpen ? <DeliveryLog webhookId={webhook.id} calls={calls} /> : null}
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title="Delete this webhook?"
        sentence="Its address is told nothing any more, and its log goes with it. That can't be undone."
        act="Delete"
        isDangerous
        onConfirm={() => void onDelete()}
      />
    </li>
  );
}
