import { defineConfig } from "@playwright/test";
import { testChromium } from "./tests/support/chromium";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // Conditions are waited for, however busy the machine: a time-out says that something never comes.
  timeout: 240_000,
  expect: { timeout: 45_000 },
  reporter: process.env["PLAYWRIGHT_JSON_OUTPUT_NAME"] ? [["list"], ["json"]] : [["list"]],
  use: {
    baseURL: process.env["BASE_URL"] ?? "http://localhost:3000",
    viewport: { width: 1440, height: 900 },
    launchOptions: await testChromium(),
  },
});
