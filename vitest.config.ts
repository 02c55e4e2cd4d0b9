import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": root } },
  test: {
    setupFiles: ["tests/support/fail-on-console.ts"],
    maxWorkers: 2,
    // A condition is waited for as long as it takes on a busy machine; one that never comes still fails.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      // Properties run as long as they run: on a busy machine no time says anything.
      // Rules are plain functions and keep no state that a test would miss: one worker reads a module once for all files.
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          setupFiles: ["tests/support/seed.ts"],
          testTimeout: 300_000,
          isolate: false,
        },
      },
      {
        extends: true,
        // What there is once in a process, each house puts together anew: here too one worker reads a module once.
        test: {
          name: "integration",
          isolate: false,
          include: ["tests/integration/**/*.test.ts"],
          setupFiles: ["tests/support/quick-passwords.ts"],
          globalSetup: ["tests/support/global-database.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
