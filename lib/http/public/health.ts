import type { Pool } from "pg";
import { json } from "@/lib/http/answers";
import { AppError } from "@/lib/errors";
import { problemResponse } from "@/lib/http/problem";

/** The process answers. */
export function answerLive(): Response {
  return json(200, { status: "ok" });
}

/** The process can do its work: the database answers. 503 else. */
export async function answerReady(pool: Pool): Promise<Response> {
  try {
    await pool.query("SELECT 1");
    return json(200, { status: "ok" });
  } catch (cause) {
    return problemResponse(new AppError("unavailable", "The server can't reach its database.", { cause, retryAfterS: 2 }));
  }
}
