import { z } from "zod";
import { joinBodySchema } from "@/lib/api/links";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handle, handleOpen, readParams } from "@/lib/http/handle";
import { countPasswordTry } from "@/lib/http/password-tries";
import { findJoinOffer } from "@/lib/workspace/links/find-join";
import { joinDeck } from "@/lib/workspace/links/join";

const paramsSchema = z.object({ token: z.string().min(1).max(100) });

export const GET = handleOpen(
  async ({ runtime, params }) => {
    const { token } = readParams(params, paramsSchema);
    return json(200, await findJoinOffer(runtime, token));
  },
  { rateLimit: "join" },
);

export const POST = handle(
  async ({ request, runtime, session, params }) => {
    const { token } = readParams(params, paramsSchema);
    const { password } = await readJsonBody(request, joinBodySchema);
    return json(
      200,
      await joinDeck(runtime, token, {
        userId: session.userId,
        password,
        countTry: (linkId, check) => countPasswordTry(runtime, linkId, { headers: request.headers, check }),
      }),
    );
  },
  { rateLimit: "join" },
);
