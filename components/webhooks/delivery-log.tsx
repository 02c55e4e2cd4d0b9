"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { relativeTime } from "@/components/dashboard/relative-time";
import { Button } from "@/components/ui/button";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import { eventWords, fateOf } from "@/components/webhooks/webhook-words";
import type { DeliveryInfo } from "@/lib/api/webhooks";
import type { WebhookCalls } from "@/lib/api/webhooks-client";

export interface DeliveryLogProps {
  readonly webhookId: string;
  readonly calls: WebhookCalls;
}

type Loaded =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly sentence: string }
  | { readonly state: "there"; readonly deliveries: readonly DeliveryInfo[]; readonly at: Date };

/** What a webhook was told, and what became of it; each can be sent again. */
export function DeliveryLog({ webhookId, calls }: DeliveryLogProps) {
  const [loaded, setLoaded] = useState<Loaded>({ state: "loading" });
  const [round, setRound] = useState(0);
  const say = useToast();
  const look = useEffectEvent(async (signal: AbortSignal) => {
    try {
      const { deliveries } = await calls.deliveries(webhookId, { signal });
      setLoaded({ state: "there", deliveries, at: new Date() });
    } catch (error) {
      if (!signal.aborted) setLoaded({ state: "failed", sentence: sentenceOf(error) });
    }
  });
  useEffect(() => {
    const leaving = new AbortController();
    void look(leaving.signal);
    return () => leaving.abort();
  }, [webhookId, round]);

  async function sendAgain({ id }: DeliveryInfo) {
    try {
      await calls.sendAgain(webhookId, id);
      say("It is sent again.");
      setRound((before) => before + 1);
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  }

  if (loaded.state === "loading") return <p className="mt-2 text-[13px] text-dim">Looking it up…</p>;
  if (loaded.state === "failed") return <p className="mt-2 text-[13px] text-danger-text">{loaded.sentence}</p>;
  if (loaded.deliveries.length === 0) return <p className="mt-2 text-[13px] text-dim">Nothing has happened since it was made.</p>;
  return (
    <ul aria-label="Deliveries" className="mt-2 divide-y divide-line border-t border-line">
      {loaded.deliveries.map((delivery) => (
        <li key={delivery.id} className="flex items-center gap-3 py-2">
          <p className="min-w-0 flex-1 text-[13px] leading-5">
            <span className="font-medium">{eventWords[delivery.event].label}</span>{" "}
            <span className="text-dim">{relativeTime(delivery.createdAt, loaded.at)}</span>
            <br />
            <span className={delivery.state === "failed" ? "text-danger-text" : "text-dim"}>{fateOf(delivery, loaded.at)}</span>
          </p>
          <Button size="sm" variant="ghost" onClick={() => void sendAgain(delivery)}>
            Send again
          </Button>
        </li>
      ))}
    </ul>
  );
}
