// `npm test`: sets up whatever is missing, then checks, unit and integration tests, browser tests. It ends with what
// failed and why; its last line adds up what passed and failed. `npm test -- unit` (checks, unit, integration, browser)
// runs one part.
import { loadEnvFile } from "./setup/environment.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { checkNodeVersion } from "./setup/node-version.mjs";
import { tellFailures } from "./setup/reports.mjs";
import { runLauncher, SetupError, step } from "./setup/say.mjs";

const parts = ["checks", "unit", "integration", "browser"];

await runLauncher(async () => {
  checkNodeVersion();
  loadEnvFile();
  const chosen = process.argv.slice(2);
  const isChosen = (part) => chosen.length === 0 || chosen.includes(part);
  const unknown = chosen.find((part) => !parts.includes(part));
  if (unknown !== undefined) throw new SetupError(`There is no part "${unknown}" of the tests; there are ${parts.join(", ")}.`);
  await ensureInstalled();
  const { ensureClient } = await import("./prisma/generate-client.mjs");
  await ensureClient();
  const { ensureAssets, ensureProduct } = await import("./setup/product.mjs");
  await (isChosen("browser") ? ensureProduct() : ensureAssets());
  const { openTestServer } = await import("./setup/test-server.mjs");
  const server = await step("Postgres for the tests", () => openTestServer());

  let passed = 0;
  const failures = [];
  const add = (part) => {
    passed += part.passed;
    failures.push(...part.failures);
  };
  try {
    if (isChosen("checks")) add(await runTheChecks());
    const projects = ["unit", "integration"].filter(isChosen);
    if (projects.length > 0) add(await runTheTests(server.url, projects));
    if (isChosen("browser")) add(await runInBrowser(server.url));
  } finally {
    await server.stop();
  }
  if (failures.length > 0) console.log(`\n${tellFailures(failures)}`);
  console.log(`${passed} passed, ${failures.length} failed`);
  process.exit(failures.length === 0 && passed > 0 ? 0 : 1);
});

async function runTheChecks() {
  const { runChecks } = await import("./setup/checks.mjs");
  return runChecks();
}

async function runTheTests(databaseUrl, projects) {
  const { runVitest } = await import("./setup/runners.mjs");
  return runVitest({ databaseUrl, args: projects.map((name) => `--project=${name}`) });
}

async function runInBrowser(databaseUrl) {
  const { startProduct } = await import("./setup/e2e-server.mjs");
  const { runPlaywright } = await import("./setup/runners.mjs");
  const product = await step("Started the product for the browser tests", () => startProduct(databaseUrl));
  try {
    return await runPlaywright({ url: product.url });
  } finally {
    await product.stop();
  }
}
