import { AppError } from "@/lib/errors";

/** Where a text stands in its log; `generation-seq` as an entity tag. */
export interface TextPlace {
  readonly generation: number;
  readonly seq: number;
}

export function etagOf({ generation, seq }: TextPlace): string {
  return `"${generation}-${seq}"`;
}

/**
 * The place that If-Match insists on; undefined where there is no such header or it is `*`. Throws 412 for a tag that
 * is none of ours, since no text can match it.
 */
export function readIfMatch(headers: Headers): TextPlace | undefined {
  const given = headers.get("if-match")?.trim();
  if (given === undefined || given === "*") return undefined;
  const [, generation, seq] = /^"(\d{1,10})-(\d{1,15})"$/.exec(given) ?? [];
  if (generation === undefined || seq === undefined) throw staleText();
  return { generation: Number(generation), seq: Number(seq) };
}

/** Does If-None-Match name this tag? Weak tags count: nothing here differs in bytes only. */
export function matchesNone(headers: Headers, etag: string): boolean {
  const given = headers.get("if-none-match");
  return given !== null && given.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag || tag.trim() === "*");
}

export function staleText(): AppError {
  return new AppError("stale", "The deck's text changed since you read it. Read it again, take the changes over, and send yours once more.");
}
