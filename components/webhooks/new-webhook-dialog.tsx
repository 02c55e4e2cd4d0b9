"use client";
import { useState, type FormEvent } from "react";
import { SecretDialog } from "@/components/account/secret-dialog";
import { Button } from "@/components/ui/button";
import { DialogActs } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { sentenceOf } from "@/components/ui/sentence-of";
import { Switch } from "@/components/ui/switch";
import { eventWords } from "@/components/webhooks/webhook-words";
import { createWebhookBodySchema, webhookEvents, type CreatedWebhook, type WebhookEvent } from "@/lib/api/webhooks";
import type { WebhookCalls } from "@/lib/api/webhooks-client";

export interface NewWebhookDialogProps {
  readonly calls: WebhookCalls;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onMade: (webhook: CreatedWebhook) => void;
}

/** Asks where to and of what, makes the webhook, and shows its secret this once. */
export function NewWebhookDialog({ calls, ...dialog }: NewWebhookDialogProps) {
  return (
    <SecretDialog
      {...dialog}
      title="New webhook"
      madeTitle="Copy its secret now"
      secretOf={({ secret }) => ({
        label: "The webhook's secret",
        secret,
        sentence: "It is shown this once. Your program checks each message's signature with it, and so knows that it comes from here.",
      })}
      form={(onMade) => <Form calls={calls} onMade={onMade} />}
    />
  );
}

function Form({ calls, onMade }: Pick<NewWebhookDialogProps, "calls" | "onMade">) {
  const [url, setUrl] = useState("");
  const [events, setEvents] = useState<readonly WebhookEvent[]>(["deck.changed", "deck.published"]);
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function make(event: FormEvent) {
    event.preventDefault();
    const checked = createWebhookBodySchema.safeParse({ url: url.trim(), events: [...events] });
    if (!checked.success) return setError(checked.error.issues[0]?.message);
    setBusy(true);
    try {
      onMade(await calls.create(checked.data));
    } catch (failure) {
      setError(sentenceOf(failure));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={make} noValidate className="mt-5 flex flex-col gap-5">
      <TextField
        label="Where to?"
        type="url"
        placeholder="https://example.com/hooks/lectern"
        value={url}
        onValueChange={setUrl}
        error={error}
        autoComplete="off"
      />
      <fieldset className="flex flex-col gap-3.5">
        <legend className="mb-2.5 text-[13px] font-medium">When?</legend>
        {webhookEvents.map((name) => (
          <Switch
            key={name}
            label={eventWords[name].label}
            hint={eventWords[name].hint}
            isOn={events.includes(name)}
            onChange={(isOn) => setEvents(isOn ? [...events, name] : events.filter((one) => one !== name))}
          />
        ))}
      </fieldset>
      <DialogActs>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          Make the webhook
        </Button>
      </DialogActs>
    </form>
  );
}
