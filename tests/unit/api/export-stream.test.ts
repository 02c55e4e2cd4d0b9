import { expect, test } from "vitest";
import { readExportStream, writeExportLine, type ExportLine, type ExportProgress } from "@/lib/api/export-stream";

const bytes = new TextEncoder().encode('%PDF-1.7\n{"state":"working"}\n');
const working: ExportLine = { state: "working", what: "Printing", done: 2, of: 3 };
const file: ExportLine = { state: "file", name: "a.pdf", contentType: "application/pdf", bytes: bytes.byteLength, remarks: ["No film."] };

/** All of it in pieces of this size, as a network cuts it. */
function streamOf(parts: readonly Uint8Array<ArrayBuffer>[], size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(parts.flatMap((part) => [...part]));
  return new ReadableStream({
    start: (controller) => {
      for (let at = 0; at < whole.length; at += size) controller.enqueue(whole.slice(at, at + size));
      controller.close();
    },
  });
}

function read(stream: ReadableStream<Uint8Array<ArrayBuffer>>, signal = new AbortController().signal) {
  const heard: ExportProgress[] = [];
  return { heard, received: readExportStream(stream, { onProgress: (progress) => heard.push(progress), signal }) };
}

test.each([1, 2, 7, 1_000])("cut into pieces of %i bytes, progress and file arrive whole", async (size) => {
  const { heard, received } = read(streamOf([writeExportLine(working), writeExportLine(file), bytes], size));
  const got = await received;
  if (got?.state !== "received") throw new Error("nothing was received");
  expect(new Uint8Array(await got.blob.arrayBuffer())).toEqual(bytes);
  expect([got.name, got.remarks, got.blob.type]).toEqual(["a.pdf", ["No film."], "application/pdf"]);
  expect(heard).toEqual([working]);
});

test("a failure on the way is handed on", async () => {
  const failed: ExportLine = { state: "failed", status: 503, code: "unavailable", sentence: "No browser." };
  expect(await read(streamOf([writeExportLine(working), writeExportLine(failed)], 9)).received).toEqual(failed);
});

test.each([
  ["ends before the file", [writeExportLine(working)]],
  ["ends within the file", [writeExportLine(file), bytes.slice(0, 5)]],
  ["says what nobody knows", [new TextEncoder().encode('{"state":"dancing"}\n')]],
  ["is no JSON", [new TextEncoder().encode("<html>\n")]],
])("a stream that %s gives nothing", async (_, parts) => {
  expect(await read(streamOf(parts, 64)).received).toBeUndefined();
});

test("a connection that breaks gives nothing, unless it was given up", async () => {
  const broken = () => new ReadableStream<Uint8Array<ArrayBuffer>>({ pull: (controller) => controller.error(new TypeError("network error")) });
  expect(await read(broken()).received).toBeUndefined();
  await expect(read(broken(), AbortSignal.abort(new Error("given up"))).received).rejects.toThrow("given up");
});
