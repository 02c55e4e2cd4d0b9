import { deckIdSchema } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import { findCaller } from "@/lib/http/caller";
import { phoneOf } from "@/lib/http/phone-cookie";
import { problemResponse } from "@/lib/http/problem";
import { sizedFileAnswer } from "@/lib/http/sized-file-answer";
import { requireTokenOnDeck } from "@/lib/http/token-limits";
import type { Runtime } from "@/lib/runtime";
import { relativePath } from "@/lib/deck";
import { deckNotFound, requireRole } from "@/lib/workspace/decks/role";
import { findFile } from "@/lib/workspace/files/find";

/** Asked for anew each time, so that a right that was withdrawn ends at once; who has the picture gets a 304. */
const cacheControl = "private, no-cache";

/** `/decks/:id/files/<path>`: a picture, film or sound of the deck, for whoever may see the deck. */
export async function answerDeckFile(
  request: Request,
  { runtime, deckId: asked, path }: { readonly runtime: Runtime; readonly deckId: string; readonly path: string },
): Promise<Response> {
  try {
    const { session, setCookies } = await findCaller(runtime, request.headers);
    const parsed = deckIdSchema.safeParse(asked);
    if (!parsed.success) throw deckNotFound();
    const deckId = parsed.data;
    // A remote shows the slides to whoever holds it.
    const userId = (await phoneOf(runtime, request.headers, deckId))?.userId ?? session?.userId;
    if (userId === undefined) throw new AppError("sign-in-needed", "You are not signed in. Sign in, or start as a guest, and try again.");
    if (session) await requireTokenOnDeck(runtime, session, { deckId, action: "read" });
    await requireRole(runtime, deckId, { userId, action: "read" });
    const file = await findFile(runtime, deckId, relativePath(path) ?? "");
    if (!file) throw new AppError("not-found", "This deck has no such file.");
    const response = await sizedFileAnswer(request, { ground: runtime, deckId, file, cacheControl });
    for (const cookie of setCookies) response.headers.append("set-cookie", cookie);
    return response;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return problemResponse(error);
  }
}
