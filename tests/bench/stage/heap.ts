import { once } from "node:events";
import { WebSocket } from "ws";
import { z } from "zod";
import { until } from "@/tests/support/until";

/** Where Node's inspector listens once a process has been sent SIGUSR1. */
const inspectorUrl = "http://127.0.0.1:9229/json/list";
const patienceMs = 20_000;

const targetsSchema = z.tuple([z.object({ webSocketDebuggerUrl: z.url() })]);
const answerSchema = z.object({ id: z.number(), result: z.object({ result: z.object({ value: z.unknown() }).optional() }) });
const usageSchema = z.object({ pid: z.number(), bytes: z.number() });

/** What a process holds on to. */
export interface Heap {
  /** Its objects and buffers after a garbage collection; what is resident says little, as Node gives memory back late. */
  readonly heldBytes: () => Promise<number>;
  readonly close: () => void;
}

/** Looks into a process of this machine by Node's inspector, so that the product needs nothing for it. */
export async function openHeap(pid: number): Promise<Heap> {
  process.kill(pid, "SIGUSR1");
  const [target] = targetsSchema.parse(await listTargets());
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await once(socket, "open");
  let calls = 0;

  async function call(method: string, params: object = {}): Promise<unknown> {
    const id = ++calls;
    socket.send(JSON.stringify({ id, method, params }));
    for (;;) {
      const [data] = z.tuple([z.instanceof(Buffer), z.boolean()]).parse(await once(socket, "message"));
      const answer = answerSchema.safeParse(JSON.parse(data.toString()));
      if (answer.success && answer.data.id === id) return answer.data.result.result?.value;
    }
  }

  return {
    heldBytes: async () => {
      await call("HeapProfiler.collectGarbage");
      const expression = "(({ heapUsed, external }) => ({ pid: process.pid, bytes: heapUsed + external }))(process.memoryUsage())";
      const usage = usageSchema.parse(await call("Runtime.evaluate", { expression, returnByValue: true }));
      if (usage.pid !== pid) throw new Error(`Another process (${usage.pid}) listens at ${inspectorUrl}: end it, the heap of ${pid} can't be read.`);
      return usage.bytes;
    },
    close: () => socket.close(),
  };
}

/** The inspector listens a moment after the signal. */
async function listTargets(): Promise<unknown> {
  let targets: unknown;
  await until(`the inspector listens at ${inspectorUrl}`, async () => (targets = await askInspector()) !== undefined, patienceMs);
  return targets;
}

/** Undefined while nobody listens. */
async function askInspector(): Promise<unknown> {
  try {
    const answer = await fetch(inspectorUrl);
    return await answer.json();
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
