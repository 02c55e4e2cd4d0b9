import type { TestProject } from "vitest/node";
import { makeMigratedDatabase, openTestServer } from "@/scripts/setup/test-server.mjs";

declare module "vitest" {
  interface ProvidedContext {
    readonly serverUrl: string;
    readonly templateName: string;
  }
}

/** Makes one migrated database, which every test file clones for itself; drops it at the end. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await openTestServer();
  const template = await makeMigratedDatabase(server.url, "template");
  project.provide("serverUrl", server.url);
  project.provide("templateName", template.name);
  return async () => {
    await template.drop();
    await server.stop();
  };
}
