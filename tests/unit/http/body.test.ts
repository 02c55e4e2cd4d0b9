import { expect, test } from "vitest";
import { z } from "zod";
import { readBytes, readJsonBody } from "@/lib/http/body";

const schema = z.strictObject({ name: z.string().optional() });

function post(body: BodyInit | undefined, headers: Record<string, string> = { "content-type": "application/json" }): Request {
  return new Request("http://localhost/", { method: "POST", body, headers });
}

test("a body of the right shape arrives", async () => {
  expect(await readJsonBody(post('{"name":"a"}'), schema)).toEqual({ name: "a" });
});

test("no body is an empty object", async () => {
  expect(await readJsonBody(post(undefined, {}), schema)).toEqual({});
});

test.each([
  ["unknown field", '{"nme":"a"}', 422],
  ["broken JSON", '{"name"', 400],
  ["an array", "[]", 422],
])("%s is refused", async (_what, body, status) => {
  await expect(readJsonBody(post(body), schema)).rejects.toMatchObject({ status });
});

test("a form is refused: it needs no permission to be posted across sites", async () => {
  await expect(readJsonBody(post("name=a", { "content-type": "application/x-www-form-urlencoded" }), schema)).rejects.toMatchObject({ status: 415 });
});

test("bytes that are not UTF-8 are refused", async () => {
  await expect(readJsonBody(post(new Uint8Array([0x22, 0xe9, 0x22])), schema)).rejects.toMatchObject({ status: 415 });
});

test("a body that says it is too large is refused unread", async () => {
  await expect(readBytes(post("x", { "content-length": "4000000" }))).rejects.toMatchObject({ status: 413 });
});

test("a body that says nothing of its size is refused as soon as it is too large", async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(1000));
    },
  });
  const init = { method: "POST", body: endless, duplex: "half" };
  const request = new Request("http://localhost/", init);
  await expect(readBytes(request, { maxBytes: 10_000 })).rejects.toMatchObject({ status: 413 });
  expect(pulled).toBeLessThan(20);
});
