import { z } from "zod";
import { parseJson } from "@/lib/api/parse-json";

/** What a file that takes its time says on the way: lines of JSON, and after the last of them the file's bytes. */
const lineSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("working"), what: z.string(), done: z.number(), of: z.number() }),
  z.object({ state: z.literal("failed"), status: z.number(), code: z.string(), sentence: z.string() }),
  z.object({ state: z.literal("file"), name: z.string(), contentType: z.string(), bytes: z.number(), remarks: z.array(z.string()) }),
]);
export type ExportLine = z.infer<typeof lineSchema>;
export type ExportProgress = Extract<ExportLine, { state: "working" }>;

export const exportStreamType = "application/vnd.lectern.export";

export function writeExportLine(line: ExportLine): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(line)}\n`);
}

/** A file as it arrived. */
export interface ReceivedFile {
  readonly state: "received";
  readonly name: string;
  readonly blob: Blob;
  /** What is not in it as in the deck, a sentence each. */
  readonly remarks: readonly string[];
}

export interface ReadOptions {
  readonly onProgress: (progress: ExportProgress) => void;
  /** Ends the reading; the promise then rejects with the signal's reason. */
  readonly signal: AbortSignal;
}

/** Reads such a stream to its end. Undefined where it breaks off, or says what nobody knows. */
export async function readExportStream(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  { onProgress, signal }: ReadOptions,
): Promise<ReceivedFile | Extract<ExportLine, { state: "failed" }> | undefined> {
  let rest = new Uint8Array();
  let file: Extract<ExportLine, { state: "file" }> | undefined;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  try {
    for await (const chunk of chunksOf(stream)) {
      if (file) {
        parts.push(chunk);
        continue;
      }
      rest = joined(rest, chunk);
      for (let end = rest.indexOf(lineEnd); end !== -1 && !file; end = rest.indexOf(lineEnd)) {
        const line = readLine(rest.subarray(0, end));
        rest = rest.slice(end + 1);
        if (!line || line.state === "failed") return line;
        if (line.state === "working") onProgress(line);
        else file = line;
      }
      if (file) parts.push(rest);
    }
  } catch (error) {
    signal.throwIfAborted();
    // The connection broke: what came of the file is of no use.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
  const length = parts.reduce((sum, part) => sum + part.byteLength, 0);
  if (!file || length !== file.bytes) return undefined;
  return { state: "received", name: file.name, blob: new Blob(parts, { type: file.contentType }), remarks: file.remarks };
}

const lineEnd = 10;

async function* chunksOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

function joined(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.byteLength + b.byteLength);
  both.set(a);
  both.set(b, a.byteLength);
  return both;
}

function readLine(bytes: Uint8Array): ExportLine | undefined {
  return lineSchema.safeParse(parseJson(new TextDecoder().decode(bytes))).data;
}
