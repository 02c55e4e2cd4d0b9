import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { SetupError } from "../setup/say.mjs";

export const isRoot = process.getuid?.() === 0;

/**
 * Postgres refuses to run as root, so it runs as the sudo caller, the data folder's owner, `postgres` or `nobody`.
 * Empty where we are not root: it then runs as ourselves.
 */
export function chooseUser(folder) {
  if (!isRoot) return {};
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.uid > 0);
  const owner = statSync(folder).uid;
  const chosen =
    users.find((user) => String(user.uid) === process.env.SUDO_UID) ??
    users.find((user) => user.uid === owner) ??
    users.find((user) => user.name === "postgres") ??
    users.find((user) => user.name === "nobody");
  if (!chosen) {
    throw new SetupError(
      "Postgres does not run as root, and there is no other user here to run it as. Start as an ordinary user, or set DATABASE_URL.",
    );
  }
  return { uid: chosen.uid, gid: chosen.gid };
}

/** May that user walk to this path? Folders under a closed home (0700) are out of reach. */
export function isReachable(target, { uid, gid }) {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    const stats = statSync(folder, { throwIfNoEntry: false });
    if (stats && !mayEnter(stats, { uid, gid })) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

function mayEnter({ uid, gid, mode }, user) {
  if (uid === user.uid) return Boolean((mode >> 6) & 1);
  return Boolean((gid === user.gid ? mode >> 3 : mode) & 1);
}
