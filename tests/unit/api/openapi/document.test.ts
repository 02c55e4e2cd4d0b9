import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { openApiDocument } from "@/lib/api/openapi/document";
import { operationGroups } from "@/lib/api/openapi/operations";

const operations = operationGroups.flatMap((group) => Object.entries(group.operations));
const document = openApiDocument("https://lectern.invalid");

test("it is valid OpenAPI 3.1", async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document));
  expect([valid, errors, validator.version]).toEqual([true, undefined, "3.1"]);
});

test("no two operations have the same id", () => {
  const paths = Object.values(document["paths"] as Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>);
  const ids = paths.flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
  expect(new Set(ids).size).toBe(operations.length);
});

test("it leads nowhere but into itself", () => {
  const targets = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target = ""]) => target);
  const lost = targets.filter(
    (target) =>
      target
        .slice(2)
        .split("/")
        .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], document) === undefined,
  );
  expect(lost).toEqual([]);
});
