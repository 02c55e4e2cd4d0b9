// `npm run bench [-- NAME]`: what matters for speed, each as a ratio against something measured in the same run.
import { loadEnvFile } from "./setup/environment.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { checkNodeVersion } from "./setup/node-version.mjs";
import { runLauncher, SetupError, step } from "./setup/say.mjs";

const names = ["compile", "bytes", "collab", "preview", "stage", "team"];

await runLauncher(async () => {
  checkNodeVersion();
  loadEnvFile();
  const only = process.argv[2];
  if (only !== undefined && !names.includes(only)) throw new SetupError(`There is no bench "${only}"; there are ${names.join(", ")}.`);
  await ensureInstalled();
  const { ensureClient } = await import("./prisma/generate-client.mjs");
  await ensureClient();
  const { ensureProduct } = await import("./setup/product.mjs");
  await ensureProduct();
  const { openTestServer } = await import("./setup/test-server.mjs");
  const { startProcess, startProduct } = await import("./setup/e2e-server.mjs");
  const { runLoudly } = await import("./setup/run.mjs");
  const server = await step("Postgres for the bench", () => openTestServer());
  const product = await step("Started the product", () => startProduct(server.url));
  const other = await step("Started another process of it", () => startProcess(product.databaseUrl));
  try {
    const { code } = await runLoudly(process.execPath, ["--import", "tsx", "tests/bench/run.ts"], {
      env: {
        BENCH_URL: product.url,
        BENCH_PID: String(product.pid),
        BENCH_OTHER_URL: other.url,
        BENCH_DATABASE_URL: product.databaseUrl,
        ...(only === undefined ? {} : { BENCH_ONLY: only }),
      },
    });
    process.exitCode = code;
  } finally {
    await other.stop();
    await product.stop();
    await server.stop();
  }
});
