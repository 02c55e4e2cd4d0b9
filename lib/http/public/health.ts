import { json } from "@/lib/http/answers";
import { AppError } from "@/lib/errors";
import { problemResponse } from "@/lib/http/problem";

/** The process answers. */
export function answerLive(): Response {
  return json(200, { status: "ok" });
}

interface Readiness {
  /** Fails where the database doesn't answer. */
  readonly askDatabase: () => Promise<unknown>;
  /** The process has begun to stop. */
  readonly isDraining: boolean;
}

/** The process can do its work: the database answers, and it is not about to end. 503 else. */
export async function answerReady({ askDatabase, isDraining }: Readiness): Promise<Response> {
  if (isDraining) return problemResponse(new AppError("unavailable", "The server is about to stop.", { retryAfterS: 2 }));
  try {
    await askDatabase();
    return json(200, { status: "ok" });
  } catch (cause) {
    return problemResponse(new AppError("unavailable", "The server can't reach its database.", { cause, retryAfterS: 2 }));
  }
}
