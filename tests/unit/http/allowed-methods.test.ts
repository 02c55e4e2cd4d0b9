import { expect, test } from "vitest";
import { problemSchema } from "@/lib/api/problem";
import { refuseMethod } from "@/lib/http/allowed-methods";

const deck = "/api/decks/0b8f7d1e-7d0e-4c0a-9f53-5a2f6a6f5c11";

test("a method that an address does not take is answered in a sentence that says which it takes", async () => {
  const refusal = refuseMethod("PUT", deck);
  const allowed = refusal?.headers.get("allow") ?? "";
  expect(problemSchema.parse(await refusal?.json())).toMatchObject({ status: 405, detail: `This address takes ${allowed}, and no PUT.` });
  expect(allowed.split(", ")).toEqual(expect.arrayContaining(["GET", "PATCH", "DELETE"]));
});

test.each([
  ["GET", deck],
  ["DELETE", deck],
  ["GET", "/api/openapi.json"],
])("%s %s is taken", (method, pathname) => {
  expect(refuseMethod(method, pathname)).toBeUndefined();
});

test("what Next answers for every address is left to it", () => {
  expect([refuseMethod("HEAD", deck), refuseMethod("OPTIONS", deck)]).toEqual([undefined, undefined]);
});

test("an address that there is none of is not a matter of methods", () => {
  expect(refuseMethod("PUT", "/api/nothing")).toBeUndefined();
});

test("an address that is written out comes before one with a variable part in its place", () => {
  expect(refuseMethod("GET", "/api/decks/import")?.headers.get("allow")).toBe("POST");
});

test("a variable part may take all that is left", () => {
  expect(refuseMethod("PURGE", `${deck}/files/pictures/boat.png`)?.headers.get("allow")).toContain("DELETE");
});
