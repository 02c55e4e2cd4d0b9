import { borrowSlidesBodySchema, type BorrowedSlides } from "@/lib/api/slides";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { requireTokenOnDeck } from "@/lib/http/token-limits";
import { requireRole } from "@/lib/workspace/decks/role";
import { openFileStore } from "@/lib/workspace/files/open-file-store";
import { fileQuota } from "@/lib/workspace/files/quota";
import { borrowSlides } from "@/lib/workspace/slides/borrow";

export const POST = handleDeck(
  "edit",
  async ({ request, runtime, session, deckId }) => {
    const { from, anchors } = await readJsonBody(request, borrowSlidesBodySchema);
    await requireTokenOnDeck(runtime, session, { deckId: from, action: "exportMarkdown" });
    await requireRole(runtime, from, { userId: session.userId, action: "exportMarkdown" });
    const files = { store: openFileStore(runtime), quota: fileQuota(runtime.env) };
    const slides = await borrowSlides(runtime, deckId, { from, anchors, userId: session.userId, ...files });
    return json(200, { slides } satisfies BorrowedSlides);
  },
  { rateLimit: "addFile" },
);
