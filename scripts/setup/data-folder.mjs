import { randomBytes } from "node:crypto";
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SetupError } from "./say.mjs";

/** Makes the data folder where it is missing. Throws a sentence where it can't be written. */
export function ensureDataFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new SetupError(
      `The data folder ${folder} can't be written (${error.code}). Give this user the right to, or set DATA_DIR to another folder.`,
      {
        cause: error,
      },
    );
  }
}

/** AUTH_SECRET, or one of our own making that stays in the data folder. */
export function keepAuthSecret(folder) {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET;
  const file = path.join(folder, "auth-secret");
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (error.code !== "EEXIST")
      throw new SetupError(`The secret that signs sessions can't be kept in ${file} (${error.code}). Set AUTH_SECRET, or mend the folder.`, {
        cause: error,
      });
  }
  return readFileSync(file, "utf8");
}
