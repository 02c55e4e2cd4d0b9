import { expect, test } from "vitest";
import { z } from "zod";
import { problemSchema } from "@/lib/api/problem";
import { AppError } from "@/lib/errors";
import { InvalidRequest, problemResponse, toAppError } from "@/lib/http/problem";

test("an error's sentence and code go out, its cause does not", async () => {
  const response = problemResponse(new AppError("conflict", "Load it again.", { cause: new Error("row 7 is locked") }));
  const text = await response.text();
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(problemSchema.parse(JSON.parse(text))).toMatchObject({ status: 409, title: "Conflict", detail: "Load it again.", code: "conflict" });
  expect(text).not.toContain("row 7");
});

test("what nobody foresaw is a plain 500", () => {
  expect(toAppError(new TypeError("x is undefined"))).toMatchObject({ status: 500, code: "internal" });
});

test("a database that is down is 503 with a time to wait", async () => {
  const down = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  const response = problemResponse(toAppError(down));
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
});

test("a wrong shape names the place", () => {
  const result = z.strictObject({ title: z.string("Give a title.") }).safeParse({ title: 3 });
  if (result.success) throw new Error("the shape was right");
  expect(new InvalidRequest(result.error)).toMatchObject({ status: 422, message: "title: Give a title.", errors: [{ path: "title" }] });
});

test.each([
  [{ title: 3 }, "title: This must be text."],
  [{}, "title: This is missing. It must be text."],
  [{ title: "a", count: "many" }, "count: This must be a number."],
  [{ title: "a", isOpen: 1 }, "isOpen: This must be true or false."],
  [{ title: "a", names: "Ana" }, "names: This must be a list."],
  [{ title: "a", names: [4] }, "names.0: This must be text."],
  ["text", "This must be an object."],
  [undefined, "This is missing. It must be an object."],
])("%j is refused in a sentence", (given, sentence) => {
  const shape = z.strictObject({
    title: z.string(),
    count: z.number().optional(),
    isOpen: z.boolean().optional(),
    names: z.array(z.string()).optional(),
  });
  const result = shape.safeParse(given);
  if (result.success) throw new Error("the shape was right");
  expect(new InvalidRequest(result.error).sentence).toBe(sentence);
});
