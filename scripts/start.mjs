// `npm start`: sets up whatever is missing and serves in production mode. Plain Node until the packages are installed.
import { pathToFileURL } from "node:url";
import { loadEnvFile, readHost, readPort } from "./setup/environment.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { checkNodeVersion } from "./setup/node-version.mjs";
import { checkPort } from "./setup/port.mjs";
import { inProject } from "./setup/root.mjs";
import { runLauncher } from "./setup/say.mjs";
import { serve } from "./setup/serve.mjs";

await runLauncher(async () => {
  checkNodeVersion();
  loadEnvFile();
  await checkPort(readPort(), readHost());
  await ensureInstalled();
  const { ensureClient } = await import("./prisma/generate-client.mjs");
  await ensureClient();
  const { ensureProduct } = await import("./setup/product.mjs");
  await ensureProduct();
  await serve({ development: false, loadServer: () => import(pathToFileURL(inProject("build/server.mjs")).href) });
});
