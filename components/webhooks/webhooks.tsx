"use client";
import { Plus, Webhook } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { WorkspacePage, type WorkspacePageProps } from "@/components/team/workspace-page";
import { Button } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { NewWebhookDialog } from "@/components/webhooks/new-webhook-dialog";
import { WebhookRow } from "@/components/webhooks/webhook-row";
import type { WebhookInfo } from "@/lib/api/webhooks";
import { webhookCalls } from "@/lib/api/webhooks-client";

export interface WebhooksProps extends Pick<WorkspacePageProps, "me" | "back"> {
  /** `/api/decks/:id`, or `/api/teams/:id`. */
  readonly owner: string;
  /** What the deck or the team is called. */
  readonly of: string;
  readonly first: readonly WebhookInfo[];
  readonly drawnAt: string;
}

/** Addresses that are told what happens: made here, looked after here. */
export function Webhooks({ me, back, owner, of, first, drawnAt }: WebhooksProps) {
  const [webhooks, setWebhooks] = useState(first);
  const [isMaking, setMaking] = useState(false);
  const say = useToast();
  const calls = webhookCalls(owner);

  async function act(work: () => Promise<void>) {
    try {
      await work();
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  }
  const remove = ({ id }: WebhookInfo) =>
    act(async () => {
      await calls.remove(id);
      setWebhooks((before) => before.filter((one) => one.id !== id));
      say("The webhook is deleted.");
    });
  const tryAgain = ({ id }: WebhookInfo) =>
    act(async () => {
      const changed = await calls.change(id, { enabled: true });
      setWebhooks((before) => before.map((one) => (one.id === id ? changed : one)));
      say("It is told again from now on.");
    });

  return (
    <WorkspacePage
      me={me}
      title="Webhooks"
      sentence={
        <>
          Programs of yours that are told what happens to <span className="font-medium text-text">{of}</span>, the moment it does.{" "}
          <Link href="/guide/api#group-webhooks" className="text-accent-text underline underline-offset-2">
            How they know that it was us
          </Link>
        </>
      }
      back={back}
      acts={webhooks.length === 0 ? null : <NewButton onClick={() => setMaking(true)} />}
    >
      {webhooks.length === 0 ? (
        <EmptyNote
          icon={Webhook}
          title="Nobody is told yet"
          sentence="Name an address of yours, and it gets a signed message when a deck changes, is published or commented on."
        >
          <NewButton onClick={() => setMaking(true)} />
        </EmptyNote>
      ) : (
        <ul aria-label="Webhooks" className="mt-7 divide-y divide-line overflow-hidden rounded-lg bg-raised shadow-[inset_0_0_0_1px_var(--line)]">
          {webhooks.map((webhook) => (
            <WebhookRow
              key={webhook.id}
              webhook={webhook}
              calls={calls}
              drawnAt={new Date(drawnAt)}
              onDelete={() => remove(webhook)}
              onTryAgain={() => tryAgain(webhook)}
            />
          ))}
        </ul>
      )}
      <NewWebhookDialog calls={calls} isOpen={isMaking} onOpenChange={setMaking} onMade={(made) => setWebhooks((before) => [made, ...before])} />
    </WorkspacePage>
  );
}

function NewButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button variant="primary" onClick={onClick}>
      <Plus aria-hidden="true" />
      New webhook
    </Button>
  );
}
