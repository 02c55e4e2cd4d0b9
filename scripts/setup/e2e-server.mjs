import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inProject, root } from "./root.mjs";
import { serverFlags } from "./server-flags.mjs";
import { makeDatabase } from "./test-server.mjs";

const addressLine = /Lectern is at (http:\S+)/;

/**
 * Starts the product by its own `npm start` on a free port and a database of its own. Returns its address and the
 * stop, which fails where the product didn't end in order.
 */
export async function startProduct(serverUrl) {
  const database = await makeDatabase(serverUrl, "e2e");
  const { stop, ...started } = await startProcess(database.url);
  return {
    ...started,
    databaseUrl: database.url,
    stop: async () => {
      const how = await stop();
      await database.drop();
      if (how !== 0) throw new Error(`The product did not end in order: ${how}.`);
    },
  };
}

/** One process of the product on this database. Its stop says how it ended. */
export async function startProcess(ownUrl) {
  const dataFolder = mkdtempSync(path.join(tmpdir(), "lectern-e2e-"));
  const child = spawn(process.execPath, [...serverFlags, inProject("scripts/start.mjs")], {
    cwd: root,
    env: {
      ...process.env,
      PORT: "0",
      HOST: "127.0.0.1",
      PUBLIC_URL: "",
      DATABASE_URL: ownUrl,
      DIRECT_URL: "",
      DATA_DIR: dataFolder,
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code)));
  const url = await readAddress(child, ended);
  return {
    url,
    pid: child.pid,
    stop: async () => {
      child.kill("SIGTERM");
      const how = await ended;
      rmSync(dataFolder, { recursive: true });
      return how;
    },
  };
}

function readAddress(child, ended) {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      output += chunk;
      const found = addressLine.exec(output);
      if (found) resolve(found[1]);
    });
    void ended.then((how) => reject(new Error(`The product did not start (${how}):\n${output}`)));
  });
}
