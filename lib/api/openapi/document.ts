import { z } from "zod";
import { operationGroups } from "@/lib/api/openapi/operations";
import type { Answer, Body, Operation, OperationGroup } from "@/lib/api/openapi/operation";
import { problemContentType, problemSchema } from "@/lib/api/problem";

type Json = Readonly<Record<string, unknown>>;

/** The API as an OpenAPI 3.1 document, made of the schemas that the calls themselves are checked by. */
export function openApiDocument(origin: string): Json {
  const paths = new Map<string, Record<string, Json>>();
  for (const group of operationGroups) {
    for (const [key, operation] of Object.entries(group.operations)) {
      const [method = "", address = ""] = key.split(" ");
      const path = pathOf(address);
      paths.set(path, { ...paths.get(path), [method.toLowerCase()]: operationObject(operation, { key, group }) });
    }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Lectern",
      version: "1",
      description: "Decks of slides in Markdown, written together. Errors are RFC 9457 problem documents whose `detail` is a sentence for people.",
    },
    servers: [{ url: origin }],
    tags: operationGroups.map(({ name, about }) => ({ name, description: about })),
    security: [{ token: [] }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: { Problem: schemaObject(problemSchema, "output") },
      responses: {
        Problem: {
          description: "What went wrong, in words.",
          content: { [problemContentType]: { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A token from your account, `lct_…`, with the scope that the call names." },
      },
    },
  };
}

/** `/api/decks/[id]` is `/api/decks/{id}` there. */
export function pathOf(address: string): string {
  return address.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, "{$1}");
}

function operationObject(operation: Operation, { key, group }: { readonly key: string; readonly group: OperationGroup }): Json {
  const { summary, detail, scope, body, answers } = operation;
  const needs = { none: "Tokens are refused: it is done in a browser.", open: "Nobody has to sign in." };
  const scoped = scope === "none" || scope === "open" ? needs[scope] : `A token needs the scope \`${scope}\`.`;
  return {
    operationId: operationId(key),
    tags: [group.name],
    summary,
    description: detail === undefined ? scoped : `${detail}\n\n${scoped}`,
    ...(scope === "open" ? { security: [] } : {}),
    parameters: [...pathParameters(key), ...queryParameters(operation), ...headerParameters(operation)],
    ...(body === undefined ? {} : { requestBody: requestBody(body) }),
    responses: {
      ...Object.fromEntries(answers.map((one) => [String(one.status), response(one)])),
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

/** `GET /api/decks/[id]/links` is `getDecksIdLinks`. */
function operationId(key: string): string {
  const words = key
    .replace("/api/", "")
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== "");
  return words.map((word, index) => (index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1))).join("");
}

function pathParameters(key: string): readonly Json[] {
  return [...key.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name]) => ({ name, in: "path", required: true, schema: { type: "string" } }));
}

function queryParameters({ query }: Operation): readonly Json[] {
  if (query === undefined) return [];
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: "query",
    required: !z.safeParse(schema, undefined).success,
    schema: schemaObject(schema, "input"),
  }));
}

function headerParameters({ headers = [] }: Operation): readonly Json[] {
  return headers.map(({ name, about }) => ({ name, in: "header", required: false, description: about, schema: { type: "string" } }));
}

function requestBody(body: Body): Json {
  if (body.kind === "raw") return { required: true, content: Object.fromEntries(body.mediaTypes.map((type) => [type, { schema: {} }])) };
  return { required: body.isOptional !== true, content: { "application/json": { schema: schemaObject(body.schema, "input") } } };
}

function response({ about, schema, mediaTypes }: Answer): Json {
  if (mediaTypes) return { description: about, content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: {} }])) };
  return schema === undefined
    ? { description: about }
    : { description: about, content: { "application/json": { schema: schemaObject(schema, "output") } } };
}

/** OpenAPI 3.1 has the dialect of JSON Schema 2020-12. What is checked beyond its words is left to the sentence of a 422. */
export function schemaObject(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _dialect, ...made } = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" });
  return made;
}
