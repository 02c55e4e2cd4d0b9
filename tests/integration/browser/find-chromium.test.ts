import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { findChromium } from "@/lib/browser/find-chromium";

const home = mkdtempSync(path.join(tmpdir(), "lectern-chromium-"));
afterAll(() => rmSync(home, { recursive: true }));

test("two who look for the packaged browser at once both get a whole one, and nothing else is left", async () => {
  const look = async () => {
    const found = await findChromium({ chromiumPath: undefined, folder: path.join(home, "chromium") });
    // Nothing of another platform is packaged.
    return found && execFileSync(found.executablePath, ["--version"], { env: { ...process.env, ...found.env } }).toString();
  };
  const [one, other] = await Promise.all([look(), look()]);
  expect([one, readdirSync(home)]).toEqual([other, other === undefined ? [] : ["chromium"]]);
});
