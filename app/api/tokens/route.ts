import { createTokenBodySchema } from "@/lib/api/tokens";
import { AppError } from "@/lib/errors";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handle } from "@/lib/http/handle";
import { createToken } from "@/lib/workspace/tokens/create";
import { listTokens } from "@/lib/workspace/tokens/list";

export const GET = handle(async ({ runtime, session }) => json(200, await listTokens(runtime, session.userId)));

export const POST = handle(
  async ({ request, runtime, session }) => {
    if (session.isGuest) throw new AppError("forbidden", "Tokens belong to an account. Sign up first: your decks come along.");
    const { label, scope, teamId, expiresAt } = await readJsonBody(request, createTokenBodySchema);
    const now = new Date();
    const token = await createToken(runtime, session.userId, {
      label,
      scope,
      teamId,
      expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt),
      now,
    });
    return json(201, token);
  },
  { rateLimit: "createToken" },
);
