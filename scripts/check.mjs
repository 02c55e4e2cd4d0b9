// `npm run check`: format, lint with the layers, types, unused code, migrations against the schema.
import { loadEnvFile } from "./setup/environment.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { checkNodeVersion } from "./setup/node-version.mjs";
import { runLauncher } from "./setup/say.mjs";

await runLauncher(async () => {
  checkNodeVersion();
  loadEnvFile();
  await ensureInstalled();
  const { ensureClient } = await import("./prisma/generate-client.mjs");
  await ensureClient();
  const { ensureAssets } = await import("./setup/product.mjs");
  await ensureAssets();
  const { runChecks } = await import("./setup/checks.mjs");
  const { failures } = await runChecks();
  process.exit(failures.length === 0 ? 0 : 1);
});
