import { relativeTime } from "@/components/dashboard/relative-time";
import type { DeliveryInfo, WebhookEvent, WebhookInfo } from "@/lib/api/webhooks";

/** What happened, as people say it. */
export const eventWords: Readonly<Record<WebhookEvent, { readonly label: string; readonly hint: string }>> = {
  "deck.changed": { label: "The text changed", hint: "Once people pause, not at every key" },
  "deck.published": { label: "It was published", hint: "A public link was made, or shows a new version" },
  "comment.created": { label: "Somebody commented", hint: "With who said it and what" },
};

/** How it goes with a webhook, and how loudly that has to be said. */
export function stateOf(
  { failingSince, disabledAt }: WebhookInfo,
  now: Date,
): { readonly tone: "quiet" | "warning" | "danger"; readonly sentence: string } | undefined {
  if (disabledAt !== null)
    return { tone: "danger", sentence: `Given up ${relativeTime(disabledAt, now)}: it failed for five days. Nothing is sent any more.` };
  if (failingSince !== null) return { tone: "warning", sentence: `It began to fail ${relativeTime(failingSince, now)}, and is tried again.` };
  return undefined;
}

/** What became of a delivery. */
export function fateOf({ state, attempts, answer, dueAt }: DeliveryInfo, now: Date): string {
  const times = attempts > 1 ? ` after ${attempts} attempts` : "";
  if (state === "delivered") return `Delivered${times}`;
  if (state === "failed") return `Given up${times}. ${answer ?? ""}`.trim();
  if (attempts === 0) return "About to be sent";
  const minutes = dueAt === null ? 0 : Math.max(1, Math.round((Date.parse(dueAt) - now.getTime()) / 60_000));
  return `${answer ?? ""} Tried again in ${minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`}.`.trim();
}
