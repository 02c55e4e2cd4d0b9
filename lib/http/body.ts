import type { z } from "zod";
import { maxBodyBytes } from "@/lib/api/limits";
import { AppError } from "@/lib/errors";
import { InvalidRequest } from "@/lib/http/problem";

interface ReadBytesOptions {
  readonly maxBytes?: number;
  /** What is said of a larger body. */
  readonly tooLarge?: (maxBytes: number) => AppError;
}

/** The whole body, refused as soon as it is known to be larger than the limit: a large one is never held in memory. */
export async function readBytes(
  request: Request,
  { maxBytes = maxBodyBytes, tooLarge = bodyTooLarge }: ReadBytesOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length")) > maxBytes) throw tooLarge(maxBytes);
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw tooLarge(maxBytes);
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks, size);
}

/** The body as JSON of this shape. Where the schema allows it, no body at all counts as an empty object. */
export async function readJsonBody<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  const bytes = await readBytes(request);
  // A form posted across origins can't say it is JSON without the browser asking first.
  if (bytes.byteLength > 0 && mediaTypeOf(request) !== "application/json") {
    throw new AppError("unsupported-media", "This address takes JSON (content-type: application/json).");
  }
  const parsed = schema.safeParse(bytes.byteLength === 0 ? {} : parseJson(bytes));
  if (!parsed.success) throw new InvalidRequest(parsed.error);
  return parsed.data;
}

/** The body as UTF-8 text of one of these media types. Throws 413 or 415. */
export async function readTextBody(request: Request, { mediaTypes }: { readonly mediaTypes: readonly string[] }): Promise<string> {
  if (!mediaTypes.includes(mediaTypeOf(request))) {
    throw new AppError("unsupported-media", `This address takes text (content-type: ${mediaTypes.join(" or ")}).`);
  }
  return decodeUtf8(await readBytes(request));
}

/** The query of the address in this shape. */
export function readQuery<Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) throw new InvalidRequest(parsed.error);
  return parsed.data;
}

/** What the body says it is, without its parameters. */
export function mediaTypeOf(request: Request): string {
  return request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("unsupported-media", "This is not UTF-8 text. Save the file with the encoding UTF-8, and send that.", { cause });
  }
}

function parseJson(bytes: Uint8Array): unknown {
  const text = decodeUtf8(bytes).replace(/^\uFEFF/, "");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("bad-request", "The body of this request is not valid JSON.", { cause });
  }
}

function bodyTooLarge(maxBytes: number): AppError {
  const limit = maxBytes / (1024 * 1024);
  return new AppError("too-large", `This request is larger than ${limit} MiB. A deck holds up to 1 MiB of text: split it into two decks.`);
}
