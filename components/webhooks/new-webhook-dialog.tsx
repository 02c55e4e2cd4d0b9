"use client";
import { useState, type FormEvent } from "react";
import { SecretOnce } from "@/components/account/secret-once";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActs } from "@/components/ui/dialog";
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
export function NewWebhookDialog({ calls, isOpen, onOpenChange, onMade }: NewWebhookDialogProps) {
  const [made, setMade] = useState<CreatedWebhook>();
  const close = (next: boolean) => {
    onOpenChange(next);
    if (!next) setMade(undefined);
  };
  const onDone = (webhook: CreatedWebhook) => {
    setMade(webhook);
    onMade(webhook);
  };
  return (
    <Dialog isOpen={isOpen} onOpenChange={close} title={made ? "Copy its secret now" : "New webhook"}>
      {made ? (
        <SecretOnce
          label="The webhook's secret"
          secret={made.secret}
          sentence="It is shown this once. Your program checks each message's signature with it, and so knows that it comes from here."
          onDone={() => close(false)}
        />
      ) : (
        <Form calls={calls} onDone={onDone} />
      )}
    </Dialog>
  );
}

function Form({ calls, onDone }: { readonly calls: WebhookCalls; readonly onDone: (webhook: CreatedWebhook) => void }) {
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
      onDone(await calls.create(checked.data));
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
