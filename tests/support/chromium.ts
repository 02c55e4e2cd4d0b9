import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";

/** What Playwright launches: a program, its flags, its environment. */
export interface ChromiumLaunch {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

/** Where the packaged Chromium is unpacked, once a checkout. */
const folder = path.resolve("build/chromium");

/** As root Chromium has no sandbox; the tests open nothing but our own pages. Nothing of it calls home. */
const flags = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
];

/**
 * A Chromium that needs nothing but npm: CHROMIUM_PATH's where that is set, else the one in `@sparticuz/chromium`,
 * with the libraries it brings where the system lacks them.
 */
export function findChromium(): ChromiumLaunch {
  const given = process.env["CHROMIUM_PATH"];
  if (given) return { executablePath: given, args: flags, env: ownEnvironment() };
  const executablePath = path.join(folder, "chromium");
  if (!existsSync(path.join(folder, "al2023")) || !existsSync(executablePath)) unpack();
  const env = ownEnvironment();
  if (lacksLibraries(executablePath)) env["LD_LIBRARY_PATH"] = path.join(folder, "al2023/lib");
  return { executablePath, args: flags, env };
}

/** In a process of its own, since the package decides by environment variables where and what it unpacks. */
function unpack(): void {
  mkdirSync(folder, { recursive: true });
  const script = `import("@sparticuz/chromium").then((chromium) => chromium.default.executablePath())`;
  execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" },
  });
}

function lacksLibraries(executable: string): boolean {
  return process.platform === "linux" && execFileSync("ldd", [executable], { encoding: "utf8" }).includes("not found");
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
