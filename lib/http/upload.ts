import { fileNameHeader } from "@/lib/api/files";
import { maxFileBytes } from "@/lib/api/limits";
import { AppError } from "@/lib/errors";
import { mediaTypeOf, readBytes } from "@/lib/http/body";

/** A file that somebody sends. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a form adds around its file. */
const formBytes = 16 * 1024;

/**
 * A file as the whole body, with its name in a header, or as the field `file` of a form. Throws 413 before more than the
 * limit is held in memory, 422 for a form without a file.
 */
export async function readUpload(request: Request): Promise<Upload> {
  const isForm = mediaTypeOf(request) === "multipart/form-data";
  const bytes = await readBytes(request, { maxBytes: maxFileBytes + (isForm ? formBytes : 0), tooLarge: uploadTooLarge });
  return isForm ? readForm(bytes, request.headers.get("content-type") ?? "") : { name: readName(request.headers), bytes };
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<Upload> {
  const form = await new Response(bytes, { headers: { "content-type": contentType } }).formData().catch((cause: unknown) => {
    throw new AppError("bad-request", "This form can't be read. Send it as multipart/form-data with a field “file”.", { cause });
  });
  const file = form.get("file");
  if (!(file instanceof File)) throw new AppError("unprocessable", "This form has no file. Send it in a field “file”.");
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function readName(headers: Headers): string {
  const given = headers.get(fileNameHeader);
  if (given === null) throw new AppError("unprocessable", `Say the file's name in the header ${fileNameHeader}, percent-encoded.`);
  try {
    return decodeURIComponent(given);
  } catch (cause) {
    throw new AppError("unprocessable", `The file's name in ${fileNameHeader} is not percent-encoded.`, { cause });
  }
}

function uploadTooLarge(): AppError {
  return new AppError("too-large", `This file is larger than ${maxFileBytes / (1024 * 1024)} MiB. Make it smaller, or link to it where it is.`);
}
