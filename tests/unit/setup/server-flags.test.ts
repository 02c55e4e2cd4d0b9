import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { serverFlags } from "@/scripts/setup/server-flags.mjs";

test("the product is started with flags that Node knows", () => {
  expect(serverFlags.length).toBeGreaterThan(0);
  expect(spawnSync(process.execPath, [...serverFlags, "--eval", ""], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
});
