import { formerTokenHeader, type CollabTokenAnswer } from "@/lib/api/collab-token";
import type { DeckId } from "@/lib/api/ids";
import { formerPeople, signCollabToken } from "@/lib/auth/collab-token";
import type { Session } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { originOf } from "@/lib/http/origin";
import { requireScope } from "@/lib/http/token-limits";
import type { Runtime } from "@/lib/runtime";
import { namelessGuest } from "@/lib/collab/protocol/person-name";
import { currentRole, deckNotFound } from "@/lib/workspace/decks/role";

interface IssueInput {
  readonly request: Request;
  readonly runtime: Runtime;
  readonly session: Session;
  readonly deckId: DeckId;
}

/** A token for the deck's socket, with the role as it is at this moment. Throws 409 for a deck in the trash. */
export async function issueCollabToken({ request, runtime, session, deckId }: IssueInput): Promise<CollabTokenAnswer> {
  // Who is on the socket may write there, as far as the person may.
  requireScope(session, "write");
  const role = await currentRole(runtime, deckId, session.userId);
  if (role === undefined) throw new AppError("conflict", "This deck is in the trash. Take it out to open it.");
  const doc = await runtime.prisma.collabDoc.findUnique({ where: { docId: deckId }, select: { generation: true } });
  if (!doc) throw deckNotFound();
  const { generation } = doc;
  const name = session.name || namelessGuest;
  const { userId, id: sessionId } = session;
  const secret = runtime.env.AUTH_SECRET;
  const formerly = [...formerPeople(request.headers.get(formerTokenHeader) ?? "", { secret, deckId, userId })];
  const token = signCollabToken({ deckId, userId, name, role, generation, sessionId, formerly }, { secret, nowMs: Date.now() });
  return { url: `${originOf(request, runtime.env).replace(/^http/, "ws")}/collab/${deckId}`, token, role, generation };
}
