import { existsSync } from "node:fs";
import path from "node:path";
import { inProject, root } from "./root.mjs";
import { SetupError } from "./say.mjs";

/** Reads `.env` where there is one; what the shell has set counts first. */
export function loadEnvFile() {
  const file = inProject(".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/** PORT as a number, 3000 where it is unset. 0 takes any free one. */
export function readPort() {
  const given = process.env.PORT || "3000";
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new SetupError(`PORT is "${given}", which is no port number. Set it to a number from 1 to 65535, for example PORT=3000.`);
}

export function readHost() {
  return process.env.HOST || "127.0.0.1";
}

/** The absolute path of the data folder. */
export function readDataFolder() {
  return path.resolve(root, process.env.DATA_DIR || "data");
}
