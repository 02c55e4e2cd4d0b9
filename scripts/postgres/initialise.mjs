import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { moveIntoPlace, program } from "./binaries.mjs";
import { isRoot } from "./run-as.mjs";

/** The environment that Postgres' programs get: nothing of ours that could change their behaviour. */
export const bareEnvironment = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, TZ: "UTC" };

/** Makes an empty cluster where there is none: aside first, then renamed, so that half a cluster never exists. */
export function ensureCluster({ bin, home, data, user, password }) {
  if (existsSync(path.join(data, "PG_VERSION"))) return;
  const aside = path.join(home, `init-${process.pid}`);
  const passwordFile = `${aside}.password`;
  mkdirSync(aside, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (isRoot) for (const made of [aside, passwordFile]) chownSync(made, user.uid, user.gid);
  try {
    const options = ["-U", "lectern", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8", "--locale=C", ...localeProvider(bin)];
    execFileSync(program(bin, "initdb"), ["-D", aside, ...options], { ...user, cwd: "/", env: bareEnvironment, stdio: ["ignore", "ignore", "pipe"] });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  moveIntoPlace(aside, data);
}

/** Since 17 Postgres sorts by code points without asking the system, the same everywhere. */
function localeProvider(bin) {
  const version = execFileSync(program(bin, "postgres"), ["--version"], { encoding: "utf8" }).match(/\) (\d+)/)?.[1];
  return Number(version) >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : [];
}
