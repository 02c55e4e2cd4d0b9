import { expect, test } from "vitest";
import { ApiError, isRefusal, readApiError, unreachableError } from "@/lib/api/api-error";

test.each(["sign-in-needed", "forbidden", "not-found", "gone"])("the server's own %s is a refusal", (code) => {
  expect(isRefusal(new ApiError(404, code, "There is no such deck."))).toBe(true);
});

test.each([401, 403, 404, 410])("a %d of a proxy, with nothing behind it for now, is none", async (status) => {
  expect(isRefusal(await readApiError(new Response("<h1>Nothing here</h1>", { status })))).toBe(false);
});

test.each([new ApiError(503, "unavailable", "Try again in a moment."), unreachableError(undefined), new TypeError("no answer"), undefined])(
  "what may go better the next time is none: %o",
  (error) => {
    expect(isRefusal(error)).toBe(false);
  },
);
