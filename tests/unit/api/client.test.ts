import { afterEach, expect, test, vi } from "vitest";
import { ApiError } from "@/lib/api/api-error";
import { getDeck, getMe, listDecks, listNamedVersions, putMarkdown, trashDeck } from "@/lib/api/client";

afterEach(() => vi.unstubAllGlobals());

function answerWith(response: Response | Error): ReturnType<typeof vi.fn> {
  const fetched = vi.fn(async () => {
    if (response instanceof Error) throw response;
    return response;
  });
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

async function errorOf(promise: Promise<unknown>): Promise<ApiError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ApiError) return error;
  throw new Error("no ApiError was thrown", { cause: error });
}

test("a problem's sentence, code and wait arrive as they are", async () => {
  const problem = { type: "about:blank", title: "Too Many Requests", status: 429, detail: "Wait a minute.", code: "rate-limited" };
  answerWith(new Response(JSON.stringify(problem), { status: 429, headers: { "retry-after": "60" } }));
  const error = await errorOf(trashDeck("x"));
  expect(error).toMatchObject({ status: 429, code: "rate-limited", message: "Wait a minute.", details: { retryAfterS: 60 } });
});

test.each([401, 403, 404, 409, 410, 412, 413, 415, 422, 429, 500, 501, 502, 503, 504])("a bare %i still becomes a sentence", async (status) => {
  answerWith(new Response("<html>proxy</html>", { status }));
  const error = await errorOf(getDeck("x"));
  expect(error.status).toBe(status);
  expect(error.message).toMatch(/^[A-Z].*\.$/);
});

test("all named versions come, page after page", async () => {
  const named = (name: string) => ({
    id: crypto.randomUUID(),
    kind: "kept",
    name,
    author: null,
    authors: [],
    slides: 1,
    createdAt: "2026-05-12T10:00:00Z",
  });
  const pages = new Map([
    ["", { versions: [named("Rehearsed"), named("Sent")], nextCursor: "next" }],
    ["next", { versions: [named("First draft")], nextCursor: null }],
  ]);
  vi.stubGlobal("fetch", async (address: string) => {
    const query = new URL(address, "http://localhost").searchParams;
    return query.get("named") === "1" ? Response.json(pages.get(query.get("cursor") ?? "")) : new Response(null, { status: 422 });
  });
  expect((await listNamedVersions("x")).map(({ name }) => name)).toEqual(["Rehearsed", "Sent", "First draft"]);
});

test("no network is an error with status 0", async () => {
  answerWith(new TypeError("fetch failed"));
  expect(await errorOf(listDecks())).toMatchObject({ status: 0, code: "unreachable" });
});

test.each([200, 500])("an answer of status %i that breaks off is told as a server out of reach", async (status) => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError("network error")) });
  answerWith(new Response(body, { status }));
  expect(await errorOf(listDecks())).toMatchObject({ status: 0, code: "unreachable" });
});

test("an answer of another shape is an error, not a broken object", async () => {
  answerWith(new Response(JSON.stringify({ decks: "all" })));
  expect(await errorOf(listDecks())).toMatchObject({ code: "unexpected-answer" });
});

test("nobody is signed in: who I am is undefined", async () => {
  answerWith(new Response(null, { status: 204 }));
  expect(await getMe()).toBeUndefined();
});

test("the text goes out as Markdown with the tag it rests on", async () => {
  const fetched = answerWith(new Response(null, { status: 204, headers: { etag: '"1-8"' } }));
  expect(await putMarkdown("d", "# A", { ifMatch: '"1-7"' })).toEqual({ etag: '"1-8"' });
  expect(fetched).toHaveBeenCalledWith(
    "/api/decks/d/markdown",
    expect.objectContaining({ method: "PUT", body: "# A", headers: expect.objectContaining({ "if-match": '"1-7"' }) }),
  );
});
