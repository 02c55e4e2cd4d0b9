import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import * as Yjs from "yjs";
import { z } from "zod";

/** A document with all its history, as one update. */
export interface Snapshot {
  readonly state: Uint8Array;
  /** Of its text. */
  readonly textSha256: Uint8Array;
}

/** What one is made of: the snapshot before it, if any, and the updates since. */
export interface SnapshotSource {
  readonly base: Snapshot | undefined;
  readonly updates: readonly Uint8Array[];
}

/** More than this takes so long that nobody could type meanwhile, so another thread does it. */
const maxBytesHere = 1024 * 1024;
/** A thread that hangs must not hold compaction up for ever. */
const patienceMs = 120_000;

/** Makes a snapshot and rebuilds it to see that it says the same. Throws where it doesn't, or where a part can't be read. */
export async function createSnapshot(source: SnapshotSource): Promise<Snapshot> {
  const bytes = source.updates.reduce((sum, update) => sum + update.byteLength, source.base?.state.byteLength ?? 0);
  return bytes > maxBytesHere ? createInWorker(source) : build(Yjs, createHash, source);
}

/** Uses nothing but what it is given: another thread gets its source. */
function build(Y: typeof Yjs, hash: typeof createHash, { base, updates }: SnapshotSource): Snapshot {
  const doc = new Y.Doc();
  doc.transact(() => {
    if (base !== undefined) {
      Y.applyUpdate(doc, base.state);
      const baseSha256 = hash("sha256").update(doc.getText("markdown").toString()).digest("hex");
      if (baseSha256 !== Buffer.from(base.textSha256).toString("hex")) throw new Error("the snapshot rebuilds another text than it was made of");
    }
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const state = Y.encodeStateAsUpdate(doc);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, state);
  const [text, copiedText] = [doc, copy].map((one) => one.getText("markdown").toString());
  const isSame = text === copiedText && Buffer.compare(Y.encodeStateVector(doc), Y.encodeStateVector(copy)) === 0;
  // What waits for rows that are not there must stay in the log: they may come yet.
  const isWhole = doc.store.pendingStructs === null && doc.store.pendingDs === null;
  if (!isSame || !isWhole || text === undefined) throw new Error("a snapshot does not rebuild the document it was made of");
  return { state, textSha256: hash("sha256").update(text).digest() };
}

const answerSchema = z.object({ state: z.instanceof(Uint8Array), textSha256: z.instanceof(Uint8Array) });

function createInWorker(source: SnapshotSource): Promise<Snapshot> {
  const yjs = createRequire(import.meta.url).resolve("yjs");
  const worker = new Worker(workerSource, { eval: true, workerData: { yjs, source } });
  return new Promise<Snapshot>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("a snapshot took too long")), patienceMs);
    worker.once("message", (answer: unknown) => resolve(answerSchema.parse(answer)));
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the thread that made a snapshot ended with ${code}`)));
    worker.once("exit", () => clearTimeout(timer));
  }).finally(() => void worker.terminate());
}

/** A compiler may have put names on functions with a helper of its own. */
const workerSource = `
  const { parentPort, workerData } = require("node:worker_threads");
  const __name = (target) => target;
  const build = ${build.toString()};
  const { createHash } = require("node:crypto");
  parentPort.postMessage(build(require(workerData.yjs), createHash, workerData.source));
`;
