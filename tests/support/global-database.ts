import { randomUUID } from "node:crypto";
import type { TestProject } from "vitest/node";
import { migrate } from "@/scripts/prisma/migrate.mjs";
import { openTestServer } from "@/scripts/setup/test-server.mjs";
import { inProject } from "@/scripts/setup/root.mjs";
import { databaseUrl, onServer } from "@/scripts/setup/on-server.mjs";

declare module "vitest" {
  interface ProvidedContext {
    readonly serverUrl: string;
    readonly templateName: string;
  }
}

/** Makes one migrated database, which every test file clones for itself; drops it at the end. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await openTestServer();
  const name = `lectern_test_template_${randomUUID().slice(0, 8)}_${process.pid}`;
  await onServer(server.url, `CREATE DATABASE "${name}"`);
  await migrate(databaseUrl(server.url, name), inProject("prisma/migrations"));
  project.provide("serverUrl", server.url);
  project.provide("templateName", name);
  return async () => {
    await onServer(server.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await server.stop();
  };
}
