import { readFileSync } from "node:fs";
import { z } from "zod";
import { median, type Ratio } from "@/tests/bench/report";
import { hear, order, startChild } from "@/tests/bench/stage/child";
import { openHeap } from "@/tests/bench/stage/heap";
import { benchOnScreen } from "@/tests/bench/stage/on-screen";
import { visit, type Visitor } from "@/tests/bench/visitor";

const viewers = 5_000;
const rounds = 9;
const talk = Array.from({ length: 40 }, (_, index) => `# Slide ${index + 1}\n\nText of it.`).join("\n\n---\n\n");

const arrivedSchema = z.object({ arrivedMs: z.number() });
const nowMs = () => performance.timeOrigin + performance.now();

export interface StageBenchOptions {
  readonly url: string;
  /** The product's process, to see what viewers cost it. */
  readonly pid: number;
  /** Another process of the product on the same database. */
  readonly otherUrl: string;
}

/**
 * What an audience's browsers do, beside other tools; then a key press of a presenter until the last of 5,000 viewers has
 * it, against the same frame on bare sockets.
 */
export async function* benchStage(options: StageBenchOptions): AsyncGenerator<readonly Ratio[]> {
  yield await benchOnScreen(options.url);
  yield await benchHall(options);
}

async function benchHall({ url, pid, otherUrl }: StageBenchOptions): Promise<readonly Ratio[]> {
  const visitor = await visit(url);
  const deckId = await visitor.createDeck(talk);
  const slug = new URL(await visitor.publish(deckId)).pathname.split("/").at(-1) ?? "";
  const talkId = await startTalk(url, visitor, deckId);
  const press = (slide: number) => moveTalk(url, visitor, { deckId, talkId, slide });

  const heap = await openHeap(pid);
  const before = residentBytes(pid);
  const heapBefore = await heap.heldBytes();
  const here = await hall(url, slug, press);
  const held = here.heldBytes;
  const elsewhere = await hall(otherUrl, slug, press);
  const bare = await bareHall();
  const heapAfter = await heap.heldBytes();
  heap.close();
  console.log(`  ${viewers} viewers; medians of ${rounds} key presses`);
  const against = `bare socket writes of the same frame to ${viewers}`;
  return [
    { what: `presenter's key to the last of ${viewers} viewers`, measured: here.lastMs, against, floor: bare, unit: "ms" },
    { what: "the same, viewers at another process", measured: elsewhere.lastMs, against, floor: bare, unit: "ms" },
    ...(before === undefined || held === undefined
      ? []
      : [{ what: "memory a viewer", measured: (held - before) / viewers, against: "one kilobyte", floor: 1_024, unit: "bytes" as const }]),
    { what: "heap with all of them", measured: here.heapBytes, against: "heap before they came", floor: heapBefore, unit: "bytes" },
    { what: "heap after they left", measured: heapAfter, against: "heap before they came", floor: heapBefore, unit: "bytes" },
  ];

  async function hall(origin: string, link: string, pressKey: (slide: number) => Promise<number>) {
    const { hostname, port } = new URL(origin);
    const child = startChild("viewers");
    const request = `GET /p/${link}/events HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept: text/event-stream\r\n\r\n`;
    const host = hostname === "localhost" ? "127.0.0.1" : hostname;
    await order(child, { do: "open", host, port: Number(port), request, count: viewers }, z.object({ opened: z.number() }));
    const heldBytes = residentBytes(pid);
    const heapBytes = await heap.heldBytes();
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const slide = 2 + ((round * 7) % 38);
      await order(child, { do: "await", text: `"anchor":"slide-${slide}"` }, z.object({ waiting: z.boolean() }));
      const arrived = hear(child, arrivedSchema);
      const pressedMs = nowMs();
      await pressKey(slide);
      times.push((await arrived).arrivedMs - pressedMs);
    }
    await order(child, { do: "close" }, z.object({ closed: z.boolean() }));
    child.kill();
    return { lastMs: median(times), heldBytes, heapBytes };
  }
}

async function bareHall(): Promise<number> {
  const writer = startChild("bare-writer");
  const { port } = await hear(writer, z.object({ port: z.int() }));
  const child = startChild("viewers");
  await order(child, { do: "open", host: "127.0.0.1", port, request: "hello", count: viewers }, z.object({ opened: z.number() }));
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const text = `"anchor":"slide-${round + 2}"`;
    await order(child, { do: "await", text }, z.object({ waiting: z.boolean() }));
    const arrived = hear(child, arrivedSchema);
    const state = `{"rev":${round + 2},"live":true,"version":"1-1","slide":${round + 2},${text},"step":0,"blank":false,"reach":null,"pointer":null}`;
    const { startedMs } = await order(writer, { frame: `id: ${round + 2}\ndata: ${state}\n\n` }, z.object({ startedMs: z.number() }));
    times.push((await arrived).arrivedMs - startedMs);
  }
  child.kill();
  writer.kill();
  return median(times);
}

async function startTalk(url: string, visitor: Visitor, deckId: string): Promise<string> {
  const answer = await call(url, visitor, `/${deckId}/talks`, {});
  return z.object({ id: z.string() }).parse(answer).id;
}

async function moveTalk(
  url: string,
  visitor: Visitor,
  { deckId, talkId, slide }: { readonly deckId: string; readonly talkId: string; readonly slide: number },
) {
  const answer = await call(url, visitor, `/${deckId}/talks/${talkId}/state`, { anchor: `slide-${slide}`, step: 0 });
  return z.object({ rev: z.number() }).parse(answer).rev;
}

async function call(url: string, { cookie }: Visitor, path: string, body: unknown): Promise<unknown> {
  const headers = { cookie, "content-type": "application/json" };
  const answer = await fetch(`${url}/api/decks${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** What a process holds of the machine's memory; undefined where the system doesn't tell. */
function residentBytes(pid: number): number | undefined {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return pages * 4_096;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
