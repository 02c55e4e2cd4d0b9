import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { openApiDocument } from "@/lib/api/openapi/document";
import { operationGroups } from "@/lib/api/openapi/operations";
import { findRoutes } from "@/tests/integration/rights/file-tree";

const operations = operationGroups.flatMap((group) => Object.entries(group.operations));
const document = openApiDocument("https://lectern.invalid");

test("it is valid OpenAPI 3.1", async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document));
  expect([valid, errors, validator.version]).toEqual([true, undefined, "3.1"]);
});

test("every address of the server has its operation, and every operation its address", async () => {
  // Accounts are better-auth's own, and the document needs no word on itself.
  const beside = new Set(["GET /api/auth/[...all]", "POST /api/auth/[...all]", "GET /api/openapi.json"]);
  const there = [...(await findRoutes()).keys()].filter((route) => !beside.has(route));
  expect(operations.map(([key]) => key).toSorted()).toEqual(there.toSorted());
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
