import { exportStreamType, writeExportLine, type ExportProgress } from "@/lib/api/export-stream";
import type { ExportedFile } from "@/lib/export/html";
import { toAppError } from "@/lib/http/problem";
import type { Log } from "@/lib/log";

/** Makes the file, and says what it is at. Gives up with the signal's reason. */
export type MakeFile = (signal: AbortSignal, tell: (progress: Omit<ExportProgress, "state">) => void) => Promise<MadeFile>;

/**
 * `broken`: slides (of those shown, from 0) with a sentence in their place. `isSimple`: no browser laid it out. `goingOn`:
 * slides that were too tall and became several.
 */
type MadeFile = ExportedFile & { readonly broken?: readonly number[]; readonly isSimple?: boolean; readonly goingOn?: readonly number[] };

export interface StreamOptions {
  readonly make: MakeFile;
  readonly filename: string;
  readonly log: Log;
}

/** The file with what is said on the way to it. Whoever stops reading gives the work up. */
export function streamExport({ make, filename, log }: StreamOptions): Response {
  const leaving = new AbortController();
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async start(controller) {
      const send = (bytes: Uint8Array<ArrayBuffer>) => {
        if (!leaving.signal.aborted) controller.enqueue(bytes);
      };
      try {
        const file = await make(leaving.signal, (progress) => send(writeExportLine({ state: "working", ...progress })));
        const { contentType, bytes } = file;
        send(writeExportLine({ state: "file", name: filename, contentType, bytes: bytes.byteLength, remarks: remarksOn(file) }));
        send(bytes);
      } catch (thrown) {
        if (leaving.signal.aborted) return;
        const error = toAppError(thrown);
        if (error.code === "internal") log.error({ err: thrown }, "an export failed");
        send(writeExportLine({ state: "failed", status: error.status, code: error.code, sentence: error.sentence }));
      }
      if (!leaving.signal.aborted) controller.close();
    },
    cancel: (reason) => leaving.abort(reason),
  });
  return new Response(body, { headers: { "content-type": exportStreamType, "cache-control": "no-store", "x-accel-buffering": "no" } });
}

function remarksOn({ leftOut, broken = [], isSimple = false, goingOn = [] }: MadeFile): string[] {
  const remarks: string[] = [];
  if (isSimple) {
    remarks.push(
      "This server has no browser to lay slides out: text stands in a simple order, and formulas, diagrams and charts as they are written.",
    );
  }
  if (leftOut.length > 0) {
    remarks.push(
      leftOut.length === 1
        ? "1 picture or film is not in the file. Add it to the deck to have it there."
        : `${leftOut.length} pictures and films are not in the file. Add them to the deck to have them there.`,
    );
  }
  if (goingOn.length > 0) {
    const which = goingOn.map((index) => index + 1).join(", ");
    remarks.push(
      goingOn.length === 1
        ? `Slide ${which} is taller than its canvas and goes on on further slides.`
        : `Slides ${which} are taller than their canvas and go on on further slides.`,
    );
  }
  const numbers = broken.map((index) => index + 1);
  if (numbers.length === 1) remarks.push(`Slide ${numbers[0]} could not be printed; a sentence stands in its place.`);
  else if (numbers.length > 1) remarks.push(`Slides ${numbers.join(", ")} could not be printed; a sentence stands in the place of each.`);
  return remarks;
}
