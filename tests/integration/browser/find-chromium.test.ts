import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findChromium } from "@/lib/browser/find-chromium";
import { inProject } from "@/scripts/setup/root.mjs";

// Nothing of another platform is packaged.
const isPackaged = process.platform === "linux" && process.arch === "x64";

test.runIf(isPackaged)("the packaged browser runs", async () => {
  const found = await findChromium({ chromiumPath: undefined, folder: inProject("build/chromium") });
  expect(found && execFileSync(found.executablePath, ["--version"], { env: { ...process.env, ...found.env } }).toString()).toMatch(/Chromium|Chrome/);
});

test("one that is named is taken where it is there; where it isn't, there is none", async () => {
  const folder = inProject("build/chromium");
  expect((await findChromium({ chromiumPath: process.execPath, folder }))?.executablePath).toBe(process.execPath);
  expect(await findChromium({ chromiumPath: "/no/such/chromium", folder })).toBeUndefined();
});

describe.runIf(isPackaged)("a browser that is being unpacked", () => {
  let home = "";
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), "lectern-chromium-"));
  });
  afterEach(() => rmSync(home, { recursive: true }));
  const look = (unpack: (folder: string) => Promise<boolean>) =>
    findChromium({ chromiumPath: undefined, folder: path.join(home, "chromium"), unpack });

  /** A program that says its name, with what lies beside it, in several steps. */
  const unpacking = (name: string) => async (folder: string) => {
    symlinkSync(process.execPath, path.join(folder, "chromium"));
    await setImmediate();
    mkdirSync(path.join(folder, "al2023"));
    writeFileSync(path.join(folder, "name"), name);
    return true;
  };

  test("is a whole one for both who look at once, and nothing else is left", async () => {
    const found = await Promise.all([look(unpacking("one")), look(unpacking("other"))]);
    expect(found.map((launch) => launch && existsSync(path.join(path.dirname(launch.executablePath), "name")))).toEqual([true, true]);
    expect(readdirSync(home)).toEqual(["chromium"]);
  });

  test("takes the place of a part of one", async () => {
    mkdirSync(path.join(home, "chromium"));
    writeFileSync(path.join(home, "chromium", "chromium"), "a part");
    await look(unpacking("whole"));
    expect(readFileSync(path.join(home, "chromium", "name"), "utf8")).toBe("whole");
  });

  test("is not unpacked where there is one", async () => {
    await look(unpacking("first"));
    await look(unpacking("second"));
    expect(readFileSync(path.join(home, "chromium", "name"), "utf8")).toBe("first");
  });

  test("is none where none is packaged, and leaves nothing", async () => {
    expect(await look(async () => false)).toBeUndefined();
    expect(readdirSync(home)).toEqual([]);
  });
});
