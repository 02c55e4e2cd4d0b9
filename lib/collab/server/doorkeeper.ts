import { deckIdSchema, type DeckId, type UserId } from "@/lib/api/ids";
import { closeCodes, type CloseCode } from "@/lib/collab/protocol/close-codes";
import type { CollabRole } from "@/lib/collab/protocol/frames";
import { maxConnectionsPerDeck } from "@/lib/collab/protocol/limits";
import { personColor } from "@/lib/collab/protocol/person-color";
import type { Knock, SocketListener } from "@/lib/collab/server/attach";
import { checkRoles, roleOrToken, type CurrentRole } from "@/lib/collab/server/check-roles";
import { createMembers, type Member } from "@/lib/collab/server/members";
import { nameFor, type RightsAct } from "@/lib/collab/server/rights-messages";
import { reasonToStop, type Rooms } from "@/lib/collab/server/rooms";
import { createSession } from "@/lib/collab/server/create-session";
import type { Session } from "@/lib/collab/server/session";
import type { Socket } from "@/lib/collab/server/socket";
import type { Tuning } from "@/lib/collab/server/tuning";
import type { UpdateLog } from "@/lib/collab/server/update-log";
import { runInBackground, type Log } from "@/lib/log";

/** Who opens a socket, as a signed token says. */
export interface CollabIdentity {
  readonly deckId: DeckId;
  readonly userId: UserId;
  readonly name: string;
  readonly role: CollabRole;
  readonly generation: number;
  /** The session or token that they came by; undefined where their role hangs on none. */
  readonly sessionId?: string | undefined;
  /** Whom the same page was before: a guest that became somebody in another tab. */
  readonly formerly: readonly UserId[];
}

export interface DoorkeeperOptions {
  readonly verifyToken: (token: string) => CollabIdentity | undefined;
  readonly currentRole: CurrentRole;
  readonly isAllowedOrigin: (origin: string, host: string | undefined) => boolean;
  readonly rooms: Rooms;
  readonly updateLog: UpdateLog;
  readonly log: Log;
  readonly tuning: Tuning;
}

/** Lets people into rooms, and sees to it that only those who may stay in them do. */
export interface Doorkeeper {
  readonly letIn: (socket: Socket, knock: Knock) => SocketListener;
  /** Looks everybody on these decks up again, and has those who stay look for what they may beside writing. */
  readonly recheck: (deckIds: readonly DeckId[], act?: RightsAct) => Promise<void>;
  /** Looks one person up again, on every deck. */
  readonly recheckPerson: (userId: UserId) => Promise<void>;
  readonly connections: () => number;
  /** Lets nobody in any more. */
  readonly shut: () => void;
  /** Says goodbye to everybody, one after the other; resolves when the last one was told. */
  readonly sendAway: () => Promise<void>;
}

/** A restarted server takes this many back at once without a queue. */
const goodbyeMsEach = 25;

/** Begins to look up from time to time what those who are in may, and ends that at `shut`. */
export function createDoorkeeper({ verifyToken, currentRole, isAllowedOrigin, rooms, updateLog, log, tuning }: DoorkeeperOptions): Doorkeeper {
  const { recheckRolesMs } = tuning;
  const members = createMembers();
  let isShut = false;

  function check(knock: Knock): CollabIdentity | Refusal {
    if (isShut) return reasonToStop;
    if (knock.origin !== undefined && !isAllowedOrigin(knock.origin, knock.host))
      return { code: closeCodes.forbidden, reason: "this page may not connect here" };
    const deckId = deckIdSchema.safeParse(knock.deckId);
    if (!deckId.success) return { code: closeCodes.deleted, reason: "there is no such deck" };
    const identity = knock.token === undefined ? undefined : verifyToken(knock.token);
    if (identity === undefined) return { code: closeCodes.tokenInvalid, reason: "the token is missing, forged or too old" };
    if (identity.deckId !== deckId.data) return { code: closeCodes.forbidden, reason: "the token is for another deck" };
    if (members.countOf(deckId.data) >= maxConnectionsPerDeck) {
      return { code: closeCodes.overloaded, reason: "too many people have this deck open" };
    }
    const own = members.of(deckId.data).filter(({ userId }) => userId === identity.userId);
    if (own.length >= tuning.maxConnectionsPerPerson) {
      return { code: closeCodes.overloaded, reason: "you have this deck open in too many places" };
    }
    return identity;
  }

  async function join(session: Session, identity: CollabIdentity): Promise<void> {
    const { deckId, userId, sessionId } = identity;
    const role = await roleOrToken(currentRole(deckId, userId, sessionId), { fromToken: identity.role, log });
    if (role === undefined) return session.close(closeCodes.forbidden, "you have no right to this deck");
    const durability = await updateLog.durability().catch((error: unknown) => {
      log.warn({ err: error }, "it could not be found out whether commits reach the disk");
      return "process" as const;
    });
    let room = await rooms.enter(deckId);
    // It may have been closed in the moment between: whoever were let into it now would be told lies.
    while (room?.isOpen() === false) room = await rooms.enter(deckId);
    if (room === undefined) return session.close(closeCodes.deleted, "there is no such deck");
    if (room.generation !== identity.generation) return session.close(closeCodes.generationChanged, "the deck was replaced");
    session.start(room, { role, durability });
  }

  function beat(): void {
    const nowMs = performance.now();
    for (const { session } of members.all()) session.beat(nowMs);
    rooms.keepWithinMemory();
    const due = members.all().filter((member) => nowMs - member.checkedMs >= recheckRolesMs);
    if (due.length > 0) runInBackground(checkRoles(due, { currentRole, log, nowMs, recheckRolesMs }), log, "roles could not be looked up");
  }
  const beats = setInterval(beat, tuning.beatMs);

  const lookUp = (some: readonly Member[]) => checkRoles(some, { currentRole, log, nowMs: performance.now(), recheckRolesMs });

  return {
    letIn: (socket, knock) => {
      const checked = check(knock);
      if ("code" in checked) {
        socket.close(checked.code, checked.reason);
        return { onFrame: () => undefined, onGone: () => undefined, onEnd: () => undefined };
      }
      const { userId, deckId, sessionId, name, formerly } = checked;
      const nowMs = performance.now();
      const user = { id: userId, name, color: personColor(userId), sinceMs: Date.now() };
      const session = createSession(socket, { identity: user, formerIds: formerly, nowMs, tuning });
      const member: Member = { deckId, userId, sessionId, session, checkedMs: nowMs, changedBy: undefined, lookups: 0 };
      members.add(member);
      join(session, checked).catch((error: unknown) => {
        log.warn({ err: error, deckId }, "a deck could not be opened");
        session.close(closeCodes.overloaded, "the deck can't be opened now");
      });
      return {
        onFrame: session.receive,
        onGone: session.gone,
        // Until then they may still write, and it must be known whether they may.
        onEnd: () => {
          members.remove(member);
          session.ended({ isLost: false });
        },
      };
    },
    recheck: async (deckIds, act) => {
      const here = deckIds.flatMap(members.of);
      for (const member of here) member.changedBy = nameFor(member.userId, act) ?? member.changedBy;
      await lookUp(here);
      for (const { userId, session } of here) session.hint({ kind: "deck", rev: Date.now(), by: nameFor(userId, act) });
    },
    recheckPerson: (userId) => lookUp(members.ofPerson(userId)),
    connections: members.count,
    shut: () => {
      isShut = true;
      clearInterval(beats);
    },
    sendAway: async () => {
      const leaving = members.all();
      const msEach = Math.min(goodbyeMsEach, tuning.goodbyeMs / leaving.length);
      await Promise.all(
        leaving.map(async ({ session }, index) => {
          await new Promise((resolve) => setTimeout(resolve, index * msEach));
          session.close(reasonToStop.code, reasonToStop.reason);
        }),
      );
    },
  };
}

interface Refusal {
  readonly code: CloseCode;
  readonly reason: string;
}
