// `npm run dev`: as `npm start`, but pages reload as they are edited. After a change of server.ts or of what only it
// uses, start again.
import { loadEnvFile, readHost, readPort } from "./setup/environment.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { checkNodeVersion } from "./setup/node-version.mjs";
import { checkPort } from "./setup/port.mjs";
import { runLauncher } from "./setup/say.mjs";
import { serve } from "./setup/serve.mjs";

await runLauncher(async () => {
  checkNodeVersion();
  loadEnvFile();
  await checkPort(readPort(), readHost());
  await ensureInstalled();
  const { ensureClient } = await import("./prisma/generate-client.mjs");
  await ensureClient();
  const { ensureAssets } = await import("./setup/product.mjs");
  await ensureAssets();
  const { register } = await import("tsx/esm/api");
  register();
  await serve({ development: true, loadServer: () => import("../server.ts") });
});
