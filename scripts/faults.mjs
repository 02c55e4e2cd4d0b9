// `npm run faults [-- I5]`: plants one fault after the other into the source, in memory, and shows that the test of the
// invariant turns red. A fault that nobody notices is a failure.
import { loadEnvFile } from "./setup/environment.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { checkNodeVersion } from "./setup/node-version.mjs";
import { runLauncher, SetupError, step } from "./setup/say.mjs";

await runLauncher(async () => {
  checkNodeVersion();
  loadEnvFile();
  const only = process.argv[2];
  if (only !== undefined && !/^I([1-9]|1[0-9]|2[0-2])$/.test(only)) throw new SetupError(`There is no invariant "${only}"; there are I1 to I22.`);
  await ensureInstalled();
  const { ensureClient } = await import("./prisma/generate-client.mjs");
  await ensureClient();
  const { ensureAssets } = await import("./setup/product.mjs");
  await ensureAssets();
  const { openTestServer } = await import("./setup/test-server.mjs");
  const { runLoudly } = await import("./setup/run.mjs");
  const server = await step("Postgres for the tests", () => openTestServer());
  try {
    const { code } = await runLoudly(process.execPath, ["--import", "tsx", "tests/faults/run.ts"], {
      env: { DATABASE_URL: server.url, ...(only === undefined ? {} : { FAULTS_OF: only }) },
    });
    process.exitCode = code;
  } finally {
    await server.stop();
  }
});
