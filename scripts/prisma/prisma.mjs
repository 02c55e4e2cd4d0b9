import { existsSync, readdirSync } from "node:fs";
import { inProject } from "../setup/root.mjs";

/**
 * How to call Prisma's command line: program, arguments, environment. Prisma's engine is a binary that only its
 * postinstall downloads; where there is none, our stand-in over the WebAssembly build takes its place.
 */
export function prismaCommand(args, { databaseUrl } = {}) {
  return {
    command: process.execPath,
    args: [inProject("node_modules/prisma/build/index.js"), ...args],
    env: {
      ...(hasEngineBinary() || process.platform === "win32" ? {} : { PRISMA_SCHEMA_ENGINE_BINARY: inProject("scripts/prisma/schema-engine.mjs") }),
      // Commands that don't touch a database read its address all the same.
      DATABASE_URL: databaseUrl ?? process.env.DATABASE_URL ?? "postgresql://localhost/lectern",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
      NODE_ENV: "development",
    },
  };
}

function hasEngineBinary() {
  if (process.env.PRISMA_SCHEMA_ENGINE_BINARY) return true;
  const folder = inProject("node_modules/@prisma/engines");
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith("schema-engine-"));
}
