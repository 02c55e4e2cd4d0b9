import { readFileSync } from "node:fs";
import { inProject } from "./root.mjs";

/**
 * What Node is told where the product is started: the flags of `npm start`, for whoever starts it another way.
 *
 * `--min-semi-space-size`: V8 begins with 1 MB for what has just been made, and gives more only where much of that stays.
 * A key leaves some 30 kB behind and nothing stays, so that every fortieth key would wait for a collection.
 *
 * @type {readonly string[]}
 */
export const serverFlags = JSON.parse(readFileSync(inProject("package.json"), "utf8"))
  .scripts.start.split(" ")
  .filter((/** @type {string} */ word) => word.startsWith("--"));
