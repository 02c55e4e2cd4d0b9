import { createHash, randomBytes } from "node:crypto";
import { chownSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { copyBinaries, findBinaries, isWindows, linkLibraries } from "./binaries.mjs";
import { chooseUser, isReachable, isRoot } from "./run-as.mjs";

/** A socket's path holds 107 bytes; Postgres adds `/.s.PGSQL.5432.lock`. */
const maxSocketFolderBytes = 85;

/** Where a root's cluster goes whose own folder the user who runs Postgres can't reach. */
const systemFolder = "/var/lib/lectern";

/**
 * Where the cluster of a data folder lives and how it is reached: programs, data, socket, port, password, user.
 * Makes what is missing; safe with several processes at once.
 */
export function openHome(folder) {
  mkdirSync(folder, { recursive: true });
  const user = chooseUser(folder);
  const name = createHash("sha256").update(path.resolve(folder)).digest("hex").slice(0, 12);
  let bin = findBinaries();
  let home = folder;
  if (isRoot && !(isReachable(folder, user) && isReachable(bin, user))) {
    home = path.join(systemFolder, name);
    mkdirSync(home, { recursive: true });
    bin = copyBinaries(bin, systemFolder);
  }
  linkLibraries(bin);
  return {
    bin,
    home,
    user,
    data: path.join(home, "pg"),
    logFile: path.join(home, "postgres.log"),
    host: isWindows ? "127.0.0.1" : socketFolder(home, name, user),
    port: isWindows ? 20_000 + (Number.parseInt(name, 16) % 20_000) : 5432,
    password: keepPassword(path.join(home, "postgres-password")),
  };
}

function socketFolder(home, name, user) {
  const beside = path.join(home, "socket");
  const folder = Buffer.byteLength(beside) > maxSocketFolderBytes ? path.join(tmpdir(), `lectern-${name}`) : beside;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (isRoot) chownSync(folder, user.uid, user.gid);
  return folder;
}

/** Made once; whoever comes second reads the first one's. */
function keepPassword(file) {
  try {
    writeFileSync(file, randomBytes(18).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8");
}
