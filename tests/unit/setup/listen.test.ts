import { expect, test } from "vitest";
import { readEnv } from "@/lib/env";
import { listen } from "@/scripts/setup/listen.mjs";
import { SetupError } from "@/scripts/setup/say.mjs";

const loadServer = (startServer: () => unknown) => async () => ({ startServer: async () => startServer() });

test("an environment that is not right ends a start with its sentence, not with a stack", async () => {
  const started = listen(
    loadServer(() => readEnv({ DATABASE_URL: "postgresql://localhost/lectern", AUTH_SECRET: "short" })),
    false,
  );
  await expect(started).rejects.toThrow(SetupError);
  await expect(started).rejects.toThrow(/^AUTH_SECRET is too short/);
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
