import { afterEach, expect, test, vi } from "vitest";
import { readEnv } from "@/lib/env";
import { listen } from "@/scripts/setup/listen.mjs";
import { SetupError } from "@/scripts/setup/say.mjs";

afterEach(() => {
  vi.unstubAllEnvs();
});

const loadServer = (startServer: () => unknown) => async () => ({ startServer: async () => startServer() });

test("an environment that is not right ends a start with its sentence, not with a stack", async () => {
  const started = listen(
    loadServer(() => readEnv({ DATABASE_URL: "postgresql://localhost/lectern", AUTH_SECRET: "short" })),
    false,
  );
  await expect(started).rejects.toThrow(SetupError);
  await expect(started).rejects.toThrow(/^AUTH_SECRET is too short/);
});

test("Next is kept from telling its makers of this server", async () => {
  vi.stubEnv("NEXT_TELEMETRY_DISABLED", undefined);
  const seen = await listen(async () => {
    const asLoaded = process.env["NEXT_TELEMETRY_DISABLED"];
    return { startServer: async () => asLoaded };
  }, true);
  expect(seen).toBe("1");
});

test("what nobody foresaw keeps its stack", async () => {
  const bug = new TypeError("a bug");
  const started = listen(
    loadServer(() => {
      throw bug;
    }),
    false,
  );
  await expect(started).rejects.toBe(bug);
});
