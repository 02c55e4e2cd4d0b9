import { runQuietly } from "../setup/run.mjs";
import { step } from "../setup/say.mjs";
import { createStamp } from "../setup/stamp.mjs";
import { prismaCommand } from "./prisma.mjs";

/** Generates the Prisma client into lib/db/generated where the schema changed. */
export async function ensureClient() {
  const stamp = createStamp("lib/db/generated/.stamp", { names: ["prisma/schema.prisma", "package-lock.json"] });
  if (stamp.isFresh()) return;
  await step("Generated the database client", async () => {
    const { command, args, env } = prismaCommand(["generate"]);
    await runQuietly(command, args, { env, hint: "The database client could not be generated from prisma/schema.prisma." });
    stamp.write();
  });
}
