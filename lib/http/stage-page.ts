import { appAddresses } from "@/lib/api/deck-addresses";
import { deckIdSchema, type DeckId, type TalkId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import { parseDeck } from "@/lib/deck";
import { findSession } from "@/lib/http/find-session";
import { phoneOf } from "@/lib/http/phone-cookie";
import { plainPage } from "@/lib/http/public/plain-page";
import { originOf } from "@/lib/http/origin";
import { screenPictureWidth } from "@/lib/http/screen-pictures";
import { publicPagePolicy } from "@/lib/http/security-headers";
import type { Runtime } from "@/lib/runtime";
import { renderDocument } from "@/lib/stage/document";
import { fontsVersion } from "@/lib/themes";
import { deckNotFound, requireRole } from "@/lib/workspace/decks/role";
import { listFileWidths } from "@/lib/workspace/files/list";
import { getFits } from "@/lib/workspace/fits/get";
import { may, type DeckRole } from "@/lib/workspace/policies";
import { readPinned } from "@/lib/workspace/talks/pin";
import { readShownVersion } from "@/lib/workspace/talks/presented";
import { versionName } from "@/lib/workspace/talks/talk-info";
import { readRunningTalk } from "@/lib/workspace/talks/talk-row";

/** A presenter waits so long for diagrams that nobody has drawn. */
const diagramWaitMs = 4_000;

/**
 * `/decks/:id/present`: the stage of somebody who may see the deck; with the speaker notes for whoever may read them,
 * so that `?view=desk` has them. The text is the committed one of this moment, or the one that a running talk shows; with
 * `?v=` and a version's id, for whoever may present, what a talk showed: slides alone, which drive nothing.
 */
export async function answerStagePage(
  request: Request,
  { runtime, deckId: asked }: { readonly runtime: Runtime; readonly deckId: string },
): Promise<Response> {
  const { session, setCookies } = await findSession(runtime, request.headers);
  const parsed = deckIdSchema.safeParse(asked);
  const phone = parsed.success ? await phoneOf(runtime, request.headers, parsed.data) : undefined;
  const { search, searchParams } = new URL(request.url);
  const isRemote = searchParams.get("view") === "remote";
  // A paired phone is a remote, and nothing else of the deck.
  const userId = (isRemote ? phone?.userId : undefined) ?? session?.userId;
  if (userId === undefined) {
    const next = encodeURIComponent(`/decks/${asked}/present${search}`);
    return new Response(null, { status: 303, headers: { location: phone ? `/decks/${asked}/present?view=remote` : `/login?next=${next}` } });
  }
  try {
    if (!parsed.success) throw deckNotFound();
    const role = await requireRole(runtime, parsed.data, { userId, action: "read" });
    const response = await renderStage(request, { runtime, deckId: parsed.data, role, isPhone: isRemote && phone !== undefined });
    for (const cookie of setCookies) response.headers.append("set-cookie", cookie);
    return response;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "not-found") throw error;
    return plainPage(404, { title: "There is nothing here", sentence: error.sentence });
  }
}

async function renderStage(
  request: Request,
  { runtime, deckId, role, isPhone }: { readonly runtime: Runtime; readonly deckId: DeckId; readonly role: DeckRole; readonly isPhone: boolean },
): Promise<Response> {
  const asked = isPhone ? null : new URL(request.url).searchParams.get("v");
  const text = asked === null ? await textNow(runtime, deckId) : await textPresented(runtime, deckId, { version: asked, role });
  const mayDrive = asked === null && may(role, "drive");
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
    resolveUrl: appAddresses(deckId, await listFileWidths(runtime, deckId), screenPictureWidth(request.headers)),
    notes: may(role, "readNotes"),
    data: {
      version: versionName(text),
      talk: text.talkId,
      ...(mayDrive ? { deck: deckId, talks: `/api/decks/${deckId}/talks`, phone: isPhone ? "" : undefined } : {}),
    },
    ...(mayDrive ? { remoteUrl: `${originOf(request, runtime.env)}/decks/${deckId}/present?view=remote` } : {}),
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

/** The slides of a deck as they are to be shown, with the talk that shows them. */
interface StageText {
  readonly generation: number;
  readonly seq: number;
  readonly markdown: string;
  readonly talkId?: TalkId;
}

async function textNow({ pool, collab }: Pick<Runtime, "pool" | "collab">, deckId: DeckId): Promise<StageText> {
  const talk = await readRunningTalk(pool, deckId);
  return talk ? { ...talk, talkId: talk.id, markdown: await readPinned(pool, talk.versionId) } : collab.readDeck(deckId);
}

/** Who may not present reads no record of talks either: for them there is no such page. */
function textPresented(
  { pool }: Pick<Runtime, "pool">,
  deckId: DeckId,
  { version, role }: { readonly version: string; readonly role: DeckRole },
): Promise<StageText> {
  if (!may(role, "drive")) throw deckNotFound();
  return readShownVersion(pool, deckId, version);
}
