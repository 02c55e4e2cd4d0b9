import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fetchPage } from "@/lib/player/live/page-content";
import { cutNetwork } from "@/tests/support/cut-network";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("a page that hangs on a network that is gone is given up, so that it can be asked for again", async () => {
  vi.stubGlobal("location", { href: "https://lectern.example/p/talk" });
  const network = cutNetwork();
  const came = vi.fn();
  void fetchPage(undefined).then(came);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(network.asked).toEqual(["/p/talk"]);
  expect(came.mock.calls).toEqual([[undefined]]);
});
