import { createHash } from "node:crypto";
import { AppError } from "@/lib/errors";

/**
 * A text and where it stands in its log, as an entity tag. The place alone would name two texts: a database that was set
 * back to a backup gives the numbers of the rows that it lost again.
 */
export function etagOf({ generation, seq, markdown }: { readonly generation: number; readonly seq: number; readonly markdown: string }): string {
  return `"${generation}-${seq}-${fingerprintOf(markdown)}"`;
}

/** The text that somebody insists on. */
export interface TextTag {
  readonly generation: number;
  readonly seq: number;
  /** Is it this one, where it stands? */
  readonly isOf: (markdown: string) => boolean;
}

/**
 * The text that If-Match insists on; undefined where there is no such header or it is `*`. Throws 412 for a tag that
 * is none of ours, since no text can match it.
 */
export function readIfMatch(headers: Headers): TextTag | undefined {
  const given = headers.get("if-match")?.trim();
  if (given === undefined || given === "*") return undefined;
  const [, generation, seq, fingerprint] = /^"(\d{1,10})-(\d{1,15})-([\w-]{16})"$/.exec(given) ?? [];
  if (generation === undefined || seq === undefined || fingerprint === undefined) throw staleText();
  return { generation: Number(generation), seq: Number(seq), isOf: (markdown) => fingerprintOf(markdown) === fingerprint };
}

/** 96 bits tell any two texts apart that somebody has of one row. */
function fingerprintOf(markdown: string): string {
  return createHash("sha256").update(markdown).digest("base64url").slice(0, 16);
}

/** Does If-None-Match name this tag? Weak tags count: nothing here differs in bytes only. */
export function matchesNone(headers: Headers, etag: string): boolean {
  const given = headers.get("if-none-match");
  return given !== null && given.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag || tag.trim() === "*");
}

export function staleText(): AppError {
  return new AppError("stale", "The deck's text changed since you read it. Read it again, take the changes over, and send yours once more.");
}
