import { z } from "zod";
import type { Bus } from "@/lib/bus/bus";

/** What an id (a UUID) takes in a message. */
const idBytes = 40;

/** Ids, by whom they are told, and what is said of them beside. */
export interface IdList {
  readonly from: string;
  readonly ids: readonly string[];
  /** Left out where it would take half of a message. */
  readonly note?: unknown;
}

/** Tells every process of some ids, as many in a message as it carries: what befalls a team befalls thousands of decks at once. */
export function tellOfIds(bus: Pick<Bus, "publish" | "maxMessageBytes">, channel: string, { from, ids, note }: IdList): void {
  const withNote = encode({ from, ids: [], note }).byteLength;
  const isCarried = withNote <= bus.maxMessageBytes / 2;
  const envelopeBytes = isCarried ? withNote : encode({ from, ids: [] }).byteLength;
  const atOnce = Math.floor((bus.maxMessageBytes - envelopeBytes) / idBytes);
  for (let start = 0; start < ids.length; start += atOnce) {
    const some = { from, ids: ids.slice(start, start + atOnce) };
    bus.publish(channel, encode(isCarried ? { ...some, note } : some));
  }
}

function encode(list: IdList): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(list));
}

/** What is heard beside the ids: `from` says whose they are, `note` is unchecked. */
export type HeardBeside = Pick<IdList, "from" | "note">;

/** Hears of such ids, of this process's own too. Returns the stop. */
export function hearOfIds<Schema extends z.ZodType>(
  bus: Pick<Bus, "subscribe">,
  channel: string,
  { idSchema, onIds }: { readonly idSchema: Schema; readonly onIds: (ids: readonly z.output<Schema>[], beside: HeardBeside) => void },
): () => void {
  const messageSchema = z.object({ from: z.string().max(100), ids: z.array(idSchema), note: z.unknown().optional() });
  return bus.subscribe(channel, (message) => {
    const { ids, ...beside } = messageSchema.parse(JSON.parse(new TextDecoder().decode(message)));
    onIds(ids, beside);
  });
}
