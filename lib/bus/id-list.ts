import { z } from "zod";
import type { Bus } from "@/lib/bus/bus";

/** What a message takes beside its ids, and what an id (a UUID) takes. */
const envelopeBytes = 150;
const idBytes = 40;

/** Tells every process of some ids, as many in a message as it carries: what befalls a team befalls thousands of decks at once. */
export function tellOfIds(
  bus: Pick<Bus, "publish" | "maxMessageBytes">,
  channel: string,
  { from, ids }: { readonly from: string; readonly ids: readonly string[] },
): void {
  const atOnce = Math.floor((bus.maxMessageBytes - envelopeBytes) / idBytes);
  for (let start = 0; start < ids.length; start += atOnce) {
    bus.publish(channel, new TextEncoder().encode(JSON.stringify({ from, ids: ids.slice(start, start + atOnce) })));
  }
}

/** Hears of such ids, of this process's own too: `from` says whose. Returns the stop. */
export function hearOfIds<Schema extends z.ZodType>(
  bus: Pick<Bus, "subscribe">,
  channel: string,
  { idSchema, onIds }: { readonly idSchema: Schema; readonly onIds: (ids: readonly z.output<Schema>[], from: string) => void },
): () => void {
  const messageSchema = z.object({ from: z.string().max(100), ids: z.array(idSchema) });
  return bus.subscribe(channel, (message) => {
    const { from, ids } = messageSchema.parse(JSON.parse(new TextDecoder().decode(message)));
    onIds(ids, from);
  });
}
