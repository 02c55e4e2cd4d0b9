import { execFileSync, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { isWindows, program } from "./binaries.mjs";
import { bareEnvironment } from "./initialise.mjs";

/** The number in the cluster's pid file; undefined where there is no file. It may be stale. */
export function readPid(data) {
  return Number.parseInt(readPidFile(data)[0], 10) || undefined;
}

/** Does Postgres only wait for its sessions to end? Its pid file says so in the eighth line (LOCK_FILE_LINE_PM_STATUS). */
export function isEnding(data) {
  return readPidFile(data)[7]?.trim() === "stopping";
}

function readPidFile(data) {
  try {
    return readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
}

/** Is this process a Postgres? After a crash the number may have gone to a stranger. */
export function isPostgres(pid) {
  try {
    if (process.platform === "linux") return /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")[0]);
    if (isWindows) return process.kill(pid, 0);
    return /postgres/.test(execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }));
  } catch {
    // No such process: each of the three ways says it in its own kind of error.
    return false;
  }
}

/** Removes the pid file that a killed postmaster left behind. */
export function removeStalePid(data) {
  rmSync(path.join(data, "postmaster.pid"), { force: true });
}

/**
 * Starts Postgres on a socket of its own, detached: Ctrl-C in the terminal must reach us first. Settings stay small,
 * fsync stays on.
 */
export function startPostmaster({ bin, data, host, port, user, logFile }) {
  const settings = {
    listen_addresses: isWindows ? "127.0.0.1" : "",
    ...(isWindows ? {} : { unix_socket_directories: host, unix_socket_permissions: "0700" }),
    port,
    max_connections: 100,
    shared_buffers: "64MB",
    max_wal_size: "256MB",
    log_min_messages: "warning",
  };
  const log = openSync(logFile, "a");
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(program(bin, "postgres"), ["-D", data, ...args], {
    ...user,
    cwd: "/",
    env: bareEnvironment,
    detached: true,
    windowsHide: true,
    stdio: ["ignore", log, log],
  });
  child.unref();
  closeSync(log);
  return child;
}

/** Asks Postgres to end at once but cleanly. */
export function stopPostmaster({ bin, data }, pid) {
  if (isWindows) execFileSync(program(bin, "pg_ctl"), ["stop", "-D", data, "-m", "fast", "-W"]);
  else process.kill(pid, "SIGINT");
}
