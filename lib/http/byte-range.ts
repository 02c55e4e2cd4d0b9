import type { ByteRange } from "@/lib/workspace/files/file-store";

/**
 * The stretch of a file that a request asks for (RFC 9110, 14.2): undefined for all of it, also where the header makes no
 * sense, asks for several stretches, or is about another version; `unsatisfiable` where it lies behind the end.
 */
export function readRange(
  headers: Headers,
  { size, etag }: { readonly size: number; readonly etag: string },
): ByteRange | "unsatisfiable" | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.get("range")?.trim() ?? "") ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return undefined;
  const ifRange = headers.get("if-range");
  if (ifRange !== null && ifRange !== etag) return undefined;
  if (from === "") return Number(to) === 0 || size === 0 ? "unsatisfiable" : { start: Math.max(0, size - Number(to)), end: size };
  const start = Number(from);
  const end = to === "" ? size : Math.min(size, Number(to) + 1);
  if (to !== "" && Number(to) < start) return undefined;
  return start >= size ? "unsatisfiable" : { start, end };
}
