import { appAddresses } from "@/lib/api/deck-addresses";
import { deckIdSchema, type DeckId } from "@/lib/api/ids";
import { lookUpSession } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { parseDeck } from "@/lib/deck";
import { authOf } from "@/lib/http/auth";
import { plainPage } from "@/lib/http/public/plain-page";
import { originOf } from "@/lib/http/origin";
import { publicPagePolicy } from "@/lib/http/security-headers";
import type { Runtime } from "@/lib/runtime";
import { renderDocument } from "@/lib/stage/document";
import { fontsVersion } from "@/lib/themes";
import { deckNotFound, requireRole } from "@/lib/workspace/decks/role";
import { listFilePaths } from "@/lib/workspace/files/list";
import { getFits } from "@/lib/workspace/fits/get";
import { may, type DeckRole } from "@/lib/workspace/policies";
import { readPinned } from "@/lib/workspace/talks/pin";
import { versionName } from "@/lib/workspace/talks/talk-info";
import { readRunningTalk } from "@/lib/workspace/talks/talk-row";

/** A presenter waits so long for diagrams that nobody has drawn. */
const diagramWaitMs = 4_000;

/**
 * `/decks/:id/present`: the stage of somebody who may see the deck; with the speaker notes for whoever may read them,
 * so that `?view=desk` has them. The text is the committed one of this moment, or the one that a running talk shows.
 */
export async function answerStagePage(
  request: Request,
  { runtime, deckId: asked }: { readonly runtime: Runtime; readonly deckId: string },
): Promise<Response> {
  const { session, setCookies } = await lookUpSession(authOf(runtime), request.headers);
  if (!session) {
    // A phone that scanned the code for the remote comes back to the remote.
    const next = encodeURIComponent(`/decks/${asked}/present${new URL(request.url).search}`);
    return new Response(null, { status: 303, headers: { location: `/login?next=${next}` } });
  }
  try {
    const parsed = deckIdSchema.safeParse(asked);
    if (!parsed.success) throw deckNotFound();
    const role = await requireRole(runtime, parsed.data, { userId: session.userId, action: "read" });
    const response = await renderStage(request, { runtime, deckId: parsed.data, role });
    for (const cookie of setCookies) response.headers.append("set-cookie", cookie);
    return response;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "not-found") throw error;
    return plainPage(404, { title: "There is no such deck", sentence: error.sentence });
  }
}

async function renderStage(
  request: Request,
  { runtime, deckId, role }: { readonly runtime: Runtime; readonly deckId: DeckId; readonly role: DeckRole },
): Promise<Response> {
  const talk = await readRunningTalk(runtime.pool, deckId);
  const text = talk ? { ...talk, markdown: await readPinned(runtime.pool, talk.versionId) } : await runtime.collab.readDeck(deckId);
  const info = await runtime.prisma.deck.findUnique({ where: { id: deckId }, select: { name: true } });
  const deck = parseDeck(text.markdown);
  const fits = await getFits(runtime, deckId, { theme: deck.settings.theme, fontsVersion });
  const diagrams = await runtime.diagrams.drawingsOf(deckId, deck, { waitMs: diagramWaitMs });
  const { html, scriptHashes, styleHashes } = await renderDocument({
    deck,
    mode: "present",
    assets: runtime.assets,
    fits,
    diagrams,
    resolveUrl: appAddresses(deckId, await listFilePaths(runtime, deckId)),
    notes: may(role, "readNotes"),
    data: { version: versionName(text), talk: talk?.id, ...(may(role, "drive") ? { deck: deckId, talks: `/api/decks/${deckId}/talks` } : {}) },
    ...(may(role, "drive") ? { remoteUrl: `${originOf(request, runtime.env)}/decks/${deckId}/present?view=remote` } : {}),
    ...(info?.name == null ? {} : { title: info.name }),
  });
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": publicPagePolicy({ scriptHashes, styleHashes }),
    },
  });
}
