import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ask } from "@/lib/player/drive/ask";
import { cutNetwork } from "@/tests/support/cut-network";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("what the server refuses is refused in its sentence", async () => {
  vi.stubGlobal("fetch", async () => Response.json({ status: 403, code: "forbidden", detail: "Ben is presenting." }, { status: 403 }));
  expect(await ask("POST", "/talks/1/state", { slide: 2 })).toEqual({ state: "refused", status: 403, sentence: "Ben is presenting." });
});

test.each(["", "<h1>Nothing here</h1>", '{"message":"no route"}'])(
  "what a proxy answers with nothing behind it is no refusal, so that an act is tried again: %j",
  async (body) => {
    vi.stubGlobal("fetch", async () => new Response(body, { status: 404 }));
    expect(await ask("POST", "/talks/1/state", { slide: 2 })).toEqual({ state: "away" });
  },
);

describe("on a network that is gone", () => {
  test("a question is given up, so that it can be asked again", async () => {
    cutNetwork();
    const came = vi.fn();
    void ask("GET", "/talks").then(came);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(came.mock.calls).toEqual([[{ state: "away" }]]);
  });

  test("an act is left to arrive", async () => {
    const network = cutNetwork();
    const came = vi.fn();
    void ask("POST", "/talks/1/state", { slide: 2 }).then(came);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(came).not.toHaveBeenCalled();
    network.answer({ rev: 3 });
    await vi.advanceTimersByTimeAsync(0);
    expect(came.mock.calls).toEqual([[{ state: "done", data: { rev: 3 } }]]);
  });
});
