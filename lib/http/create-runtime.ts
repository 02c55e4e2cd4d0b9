import { randomUUID } from "node:crypto";
import { createAudience } from "@/lib/audience/audience";
import { verifyCollabToken } from "@/lib/auth/collab-token";
import { createCollab, type Collab } from "@/lib/collab/server/collab";
import { isAllowedOrigin } from "@/lib/http/origin";
import { createMailer } from "@/lib/mail/mailer";
import type { Runtime } from "@/lib/runtime";
import { announceChange } from "@/lib/workspace/comments/announce";
import { deriveDeck } from "@/lib/workspace/decks/derive";
import { currentRole } from "@/lib/workspace/decks/role";
import { createDiagramDrawer } from "@/lib/workspace/diagrams/drawer";
import { createFitMeasurer } from "@/lib/workspace/fits/measurer";
import { findPublicLink, publicAddressParts } from "@/lib/workspace/links/find-public";
import { keepAutomatically, keepLastWhole } from "@/lib/workspace/versions/keep-automatically";
import { announceEvent } from "@/lib/workspace/webhooks/announce";

/** What the engines stand on. */
export type RuntimeGround = Omit<Runtime, "collab" | "diagrams" | "fits" | "audience" | "mailer">;

/** Puts the engines of one process together: each gets as functions what it needs of people's rights. */
export function createRuntime(ground: RuntimeGround): Runtime {
  const { env, log, pool, prisma, bus, assets, browser } = ground;
  const diagrams = createDiagramDrawer({ pool, browser, assets, log });
  const fits = createFitMeasurer({ env, pool, prisma, browser, assets, diagrams, log });
  const nodeName = randomUUID();
  const audience = createAudience({ bus, log, nodeName, readLink: (address) => findPublicLink({ pool }, ...publicAddressParts(address)) });
  const collab: Collab = createCollab({
    nodeName,
    pool,
    bus,
    log,
    verifyToken: (token) => verifyCollabToken(token, { secret: env.AUTH_SECRET, nowMs: Date.now() }),
    currentRole: (deckId, userId, sessionId) => currentRole({ pool }, deckId, userId, sessionId),
    onSettled: async (deckId, settled) => {
      await keepAutomatically({ pool }, deckId, settled);
      const onCommentsMoved = () => announceChange({ collab }, deckId);
      if (!(await deriveDeck({ pool, onCommentsMoved }, deckId, settled))) return;
      await announceEvent({ pool }, deckId, { event: "deck.changed" });
      diagrams.settled(deckId);
      fits.settled(deckId);
      audience.changed([deckId]);
    },
    onDamaged: async (deckId) => void (await keepLastWhole({ pool }, deckId)),
    isAllowedOrigin: (origin, host) => isAllowedOrigin(origin, { env, host }),
  });
  return { ...ground, collab, audience, diagrams, fits, mailer: createMailer({ env, log }) };
}
