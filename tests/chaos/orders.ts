import { z } from "zod";

/** What a process is asked by whoever started it: how it is, without garbage too; or to have a fault of its own. */
export const orderSchema = z.object({ kind: z.enum(["stats", "collect", "throw", "reject"]) });
export type Order = Readonly<z.infer<typeof orderSchema>>;

/** What a process says. */
export const reportSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("listening"), port: z.int() }),
  z.object({ kind: z.literal("stats"), rooms: z.int(), connections: z.int(), heapBytes: z.int() }),
]);
export type Report = Readonly<z.infer<typeof reportSchema>>;

/** Paces that differ from the product's, so that much happens within seconds. */
export const tuningSchema = z.object({
  idleMs: z.number(),
  compactRows: z.int(),
  presenceMs: z.number(),
  settleQuietMs: z.number(),
});
