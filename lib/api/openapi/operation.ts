import type { z } from "zod";
import type { TokenScope } from "@/lib/api/tokens";

/** One call of the API, as a sentence for people and as schemas for programs. */
export interface Operation {
  /** What it does, without a full stop. */
  readonly summary: string;
  /** What one has to know beside. */
  readonly detail?: string;
  /** What a token has to be allowed; `none` where tokens are refused, `open` where nobody needs one. */
  readonly scope: TokenScope | "none" | "open";
  readonly query?: z.ZodObject;
  readonly body?: Body;
  readonly headers?: readonly Header[];
  readonly answers: readonly Answer[];
}

export type Body =
  | { readonly kind: "json"; readonly schema: z.ZodType; readonly isOptional?: boolean }
  | { readonly kind: "raw"; readonly mediaTypes: readonly string[] };

export interface Header {
  readonly name: string;
  readonly about: string;
}

export interface Answer {
  readonly status: number;
  readonly about: string;
  readonly schema?: z.ZodType;
  /** Of answers that are no JSON. */
  readonly mediaTypes?: readonly string[];
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Calls by method and address, as the file tree has it: `GET /api/decks/[id]`. */
export type Operations = Readonly<Record<`${Method} /api/${string}`, Operation>>;

/** Calls that belong together. */
export interface OperationGroup {
  readonly name: string;
  readonly about: string;
  readonly operations: Operations;
}

export function json(schema: z.ZodType, { isOptional = false } = {}): Body {
  return { kind: "json", schema, isOptional };
}

export function answer(status: number, about: string, schema?: z.ZodType): Answer {
  return schema === undefined ? { status, about } : { status, about, schema };
}

export function file(about: string, ...mediaTypes: readonly string[]): Answer {
  return { status: 200, about, mediaTypes };
}

export const done = answer(204, "Done.");
