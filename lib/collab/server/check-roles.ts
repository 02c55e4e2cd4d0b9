import type { DeckId, UserId } from "@/lib/api/ids";
import { closeCodes, encodeClosedBy } from "@/lib/collab/protocol/close-codes";
import type { CollabRole } from "@/lib/collab/protocol/frames";
import type { Member } from "@/lib/collab/server/members";
import type { Log } from "@/lib/log";

/** A lookup that failed is repeated after this long: the right may be gone. */
const retryMs = 5_000;
/** A database that hangs must not keep people out of a deck that is open. */
const patienceMs = 3_000;

/** `sessionId` is what somebody came by: without it they have no role either. */
export type CurrentRole = (deckId: DeckId, userId: UserId, sessionId?: string) => Promise<CollabRole | undefined>;

/** So many lookups at once: a full house must not take all connections to the database from those who write. */
const maxAtOnce = 4;

export interface CheckRolesOptions {
  readonly currentRole: CurrentRole;
  readonly log: Log;
  readonly nowMs: number;
  readonly recheckRolesMs: number;
}

/** Looks up what these people may do now, and tells or closes their connections. Lookups that fail change nothing. */
export async function checkRoles(members: readonly Member[], options: CheckRolesOptions): Promise<void> {
  for (const member of members) member.checkedMs = options.nowMs;
  const waiting = [...members];
  const lookUpNext = async (): Promise<void> => {
    for (let member = waiting.shift(); member !== undefined; member = waiting.shift()) await checkRole(member, options);
  };
  await Promise.all(Array.from({ length: maxAtOnce }, lookUpNext));
}

async function checkRole(member: Member, { currentRole, log, nowMs, recheckRolesMs }: CheckRolesOptions): Promise<void> {
  const lookup = ++member.lookups;
  try {
    const role = await currentRole(member.deckId, member.userId, member.sessionId);
    if (lookup !== member.lookups) return;
    const { changedBy: by } = member;
    member.changedBy = undefined;
    if (role !== undefined) member.session.setRole({ role, by });
    else member.session.close(closeCodes.forbidden, by === undefined ? "you have no right to this deck any more" : encodeClosedBy(by));
  } catch (error) {
    log.warn({ err: error, deckId: member.deckId }, "a role could not be looked up");
    // Not at the next beat, but soon.
    member.checkedMs = nowMs - recheckRolesMs + retryMs;
  }
}

/** The role at this moment; what the token says where the database doesn't answer. */
export async function roleOrToken(
  lookUp: Promise<CollabRole | undefined>,
  { fromToken, log }: { readonly fromToken: CollabRole; readonly log: Log },
): Promise<CollabRole | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<CollabRole>((resolve) => {
    timer = setTimeout(() => resolve(fromToken), patienceMs);
  });
  try {
    return await Promise.race([lookUp, late]);
  } catch (error) {
    log.warn({ err: error }, "a role could not be looked up; the token's holds until it can");
    return fromToken;
  } finally {
    clearTimeout(timer);
  }
}
