import { spawn } from "node:child_process";

const told = /The role matrix has (\d+) cells/;

/**
 * Has every call, page and frame asked as everybody (`tests/integration/rights`) on this database server. Returns how many
 * answers that were. Throws where one of them was not the expected one, or somebody was sent what is not theirs.
 */
export async function roleMatrixCells(databaseUrl: string): Promise<number> {
  const child = spawn(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--project=integration", "tests/integration/rights/matrix.test.ts"],
    {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  const cells = told.exec(output)?.[1];
  if (code !== 0 || cells === undefined) throw new Error(`The role matrix does not hold:\n${output}`);
  return Number(cells);
}
