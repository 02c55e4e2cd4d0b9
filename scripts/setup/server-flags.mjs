import { readFileSync } from "node:fs";
import { inProject } from "./root.mjs";

/**
 * What Node is told where the product is started: the flags of `npm start`, for whoever starts it another way.
 *
 * `--min-semi-space-size`: V8 begins with 1 MB for what has just been made, and gives more only where much of that stays.
 * A key leaves some 30 kB behind and nothing stays, so that every fortieth key would wait for a collection.
 *
 * `--no-memory-reducer`: where a process is quiet for some seconds V8 collects all it has, with all that only compiled code
 * stood on; whoever comes next waits while it is compiled anew, on the processors that are to serve them (a second of them
 * within 1,600 keys, instead of at most a fifth). What nobody needs goes with the collections that memory itself calls for.
 *
 * @type {readonly string[]}
 */
export const serverFlags = JSON.parse(readFileSync(inProject("package.json"), "utf8"))
  .scripts.start.split(" ")
  .filter((/** @type {string} */ word) => word.startsWith("--"));
