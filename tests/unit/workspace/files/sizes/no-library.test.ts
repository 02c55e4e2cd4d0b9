import { expect, test, vi } from "vitest";
import { createLog } from "@/lib/log";
import { loadImageLibrary } from "@/lib/workspace/files/sizes/make";

vi.mock("@napi-rs/image", () => {
  throw new Error("There is no part of it for this platform.");
});

test("where the library has no part for the platform pictures stay as they are, and that is said once", async () => {
  const log = createLog("silent");
  const warn = vi.spyOn(log, "warn");
  expect([await loadImageLibrary(log), await loadImageLibrary(log)]).toEqual([undefined, undefined]);
  expect(warn).toHaveBeenCalledTimes(1);
});
