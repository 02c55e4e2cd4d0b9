// `npm run bench [-- NAME]`: what matters for speed, each as a ratio against something measured in the same run.
import { loadEnvFile } from "./setup/environment.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { checkNodeVersion } from "./setup/node-version.mjs";
import { runLauncher, SetupError, step } from "./setup/say.mjs";

/** What each runs against. Nothing else is running meanwhile: another process on the bus costs everybody who writes. */
const benches = { compile: "nothing", bytes: "product", collab: "database", preview: "product", stage: "two processes", team: "product" };

await runLauncher(async () => {
  checkNodeVersion();
  loadEnvFile();
  const only = process.argv[2];
  if (only !== undefined && !Object.hasOwn(benches, only)) {
    throw new SetupError(`There is no bench "${only}"; there are ${Object.keys(benches).join(", ")}.`);
  }
  await ensureInstalled();
  const { ensureClient } = await import("./prisma/generate-client.mjs");
  await ensureClient();
  const { ensureProduct } = await import("./setup/product.mjs");
  await ensureProduct();
  const { openTestServer } = await import("./setup/test-server.mjs");
  const server = await step("Postgres for the bench", () => openTestServer());
  try {
    for (const [name, against] of Object.entries(benches)) {
      if (only !== undefined && only !== name) continue;
      const code = await runBench(name, { against, serverUrl: server.url });
      if (code !== 0) process.exitCode = code;
    }
  } finally {
    await server.stop();
  }
});

async function runBench(name, { against, serverUrl }) {
  const { runLoudly } = await import("./setup/run.mjs");
  const { env, stop } = await setUp(against, serverUrl);
  try {
    const { code } = await runLoudly(process.execPath, ["--import", "tsx", "tests/bench/run.ts", name], { env });
    return code;
  } finally {
    await stop();
  }
}

async function setUp(against, serverUrl) {
  if (against === "nothing") return { env: {}, stop: async () => undefined };
  if (against === "database") {
    const { makeMigratedDatabase } = await import("./setup/test-server.mjs");
    const database = await step("Made a database", () => makeMigratedDatabase(serverUrl, "bench"));
    return { env: { BENCH_DATABASE_URL: database.url }, stop: database.drop };
  }
  const { startProcess, startProduct } = await import("./setup/e2e-server.mjs");
  const product = await step("Started the product", () => startProduct(serverUrl));
  const env = { BENCH_URL: product.url, BENCH_PID: String(product.pid), BENCH_DATABASE_URL: product.databaseUrl };
  if (against === "product") return { env, stop: product.stop };
  const other = await step("Started another process of it", () => startProcess(product.databaseUrl));
  return {
    env: { ...env, BENCH_OTHER_URL: other.url },
    stop: async () => {
      await other.stop();
      await product.stop();
    },
  };
}
