import { expect, test } from "vitest";
import { answerReady } from "@/lib/http/public/health";

const askDatabase = async () => "answered";

test("a process whose database answers is ready", async () => {
  expect((await answerReady({ askDatabase, isDraining: false })).status).toBe(200);
});

test("a process that has begun to stop is not ready, whatever its database says", async () => {
  const answer = await answerReady({ askDatabase, isDraining: true });
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("2");
});

test("a process whose database doesn't answer is not ready", async () => {
  const answer = await answerReady({ askDatabase: () => Promise.reject(new Error("no database")), isDraining: false });
  expect(answer.status).toBe(503);
});
