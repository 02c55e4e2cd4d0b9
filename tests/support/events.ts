/** One Server-Sent Event, its data parsed; comments and signs of life are left out. */
export interface ReadEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

/** Reads a stream of events to its end. */
export async function* readEvents(body: ReadableStream<Uint8Array<ArrayBuffer>> | null): AsyncGenerator<ReadEvent, void> {
  if (body === null) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      rest += read.value;
      for (let end = rest.indexOf("\n\n"); end !== -1; end = rest.indexOf("\n\n")) {
        const event = parseEvent(rest.slice(0, end));
        rest = rest.slice(end + 2);
        if (event) yield event;
      }
    }
  } finally {
    await reader.cancel();
  }
}

/** The data of the next event. Fails where the stream has ended. */
export async function nextData(events: AsyncGenerator<ReadEvent, void>): Promise<unknown> {
  const { value, done } = await events.next();
  if (done === true || value === undefined) throw new Error("the stream has ended");
  return value.data;
}

function parseEvent(text: string): ReadEvent | undefined {
  const fields = new Map(text.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]));
  const data = fields.get("data");
  return data === undefined || fields.get("event") === "beat"
    ? undefined
    : { event: fields.get("event") ?? "message", id: fields.get("id"), data: JSON.parse(data) };
}
