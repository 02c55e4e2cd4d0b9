import type { z } from "zod";
import { schemaObject } from "@/lib/api/openapi/document";

/** One line of what is sent or answered, as people read it. */
export interface Field {
  readonly name: string;
  /** In a few words: `text`, `whole number`, `one of read, write, publish`. */
  readonly type: string;
  readonly isRequired: boolean;
  /** From 0, for what stands within another. */
  readonly depth: number;
}

/** As much of JSON Schema as our schemas come to. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly default?: unknown;
}

const maxDepth = 3;

/** The fields of an object, those within it indented after it. */
export function fieldsOf(schema: z.ZodType, io: "input" | "output"): readonly Field[] {
  const made: Schema = schemaObject(schema, io);
  return inside(made, 0);
}

function inside(schema: Schema, depth: number): readonly Field[] {
  if (depth >= maxDepth) return [];
  const arms = schema.anyOf ?? schema.oneOf;
  if (arms) return arms.flatMap((arm) => inside(arm, depth));
  if (schema.items) return inside(schema.items, depth);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    { name, type: typeWords(field), isRequired: schema.required?.includes(name) === true && field.default === undefined, depth },
    ...inside(field, depth + 1),
  ]);
}

const plain: Readonly<Record<string, string>> = {
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "true or false",
  object: "object",
  null: "null",
};
const formats: Readonly<Record<string, string>> = { uuid: "id", "date-time": "time", email: "e-mail address", uri: "address" };

function typeWords(schema: Schema): string {
  const arms = schema.anyOf ?? schema.oneOf;
  if (arms) return [...new Set(arms.map(typeWords))].join(" or ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return `one of ${schema.enum.join(", ")}`;
  if (schema.type === "array") return `list of ${schema.items ? typeWords(schema.items) : "anything"}`;
  if (schema.format !== undefined && formats[schema.format] !== undefined) return formats[schema.format] ?? "text";
  return plain[String(schema.type)] ?? "anything";
}
