// `npm run build`: what `npm start` would build, alone; for containers.
import { ensureInstalled } from "./setup/install.mjs";
import { checkNodeVersion } from "./setup/node-version.mjs";
import { runLauncher } from "./setup/say.mjs";

await runLauncher(async () => {
  checkNodeVersion();
  await ensureInstalled();
  const { ensureClient } = await import("./prisma/generate-client.mjs");
  await ensureClient();
  const { ensureProduct } = await import("./setup/product.mjs");
  await ensureProduct();
});
