import { expect, test } from "vitest";
import { createLog } from "@/lib/log";

function logged(write: (log: ReturnType<typeof createLog>) => void): unknown {
  const lines: string[] = [];
  write(createLog("info", { write: (line) => lines.push(line) }));
  return JSON.parse(lines.join(""));
}

test("an error is told with its message and code, without the connection that it came from", () => {
  const client = { connectionParameters: { user: "lectern" }, parsedStatements: { a: "SELECT token FROM session" } };
  const error = Object.assign(new Error("terminating connection"), { code: "57P01", client });
  const line = logged((log) => log.warn({ err: error }, "a database connection was lost"));
  expect(line).toMatchObject({ msg: "a database connection was lost", err: { message: "terminating connection", code: "57P01" } });
  expect(JSON.stringify(line)).not.toContain("SELECT token");
});

test("secrets stay out", () => {
  expect(JSON.stringify(logged((log) => log.info({ password: "correct horse", user: { token: "abc123" } }, "signed in")))).not.toMatch(
    /correct|abc123/,
  );
});
