import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inProject } from "./root.mjs";

/**
 * Remembers what something was built from. `names` are files and folders of the project; what git ignores inside
 * them is named in `except`.
 */
export function createStamp(file, { names, except = [] }) {
  const target = inProject(file);
  let digest;
  const current = () => (digest ??= digestOf(names, except));
  return {
    isFresh: () => existsSync(target) && readFileSync(target, "utf8") === current(),
    /** To be called as the last thing of a build. */
    write: () => {
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, current());
    },
  };
}

function digestOf(names, except) {
  const hash = createHash("sha256").update(process.version);
  for (const name of names) addTo(hash, name, new Set(except));
  return hash.digest("hex");
}

function addTo(hash, name, except) {
  const target = inProject(name);
  if (except.has(name) || !existsSync(target)) return;
  for (const entry of [...listFiles(target)].sort((a, b) => (a < b ? -1 : 1))) {
    const relative = path.relative(inProject(), entry).replaceAll(path.sep, "/");
    if ([...except].some((skipped) => relative === skipped || relative.startsWith(`${skipped}/`))) continue;
    hash.update(`\0${relative}\0`).update(readFileSync(entry));
  }
}

function* listFiles(target) {
  let entries;
  try {
    entries = readdirSync(target, { withFileTypes: true });
  } catch (error) {
    if (error.code !== "ENOTDIR") throw error;
    yield target;
    return;
  }
  for (const entry of entries) {
    const inside = path.join(target, entry.name);
    if (entry.isDirectory()) yield* listFiles(inside);
    else yield inside;
  }
}
