import { createLinkBodySchema, type LinkList } from "@/lib/api/links";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { originOf } from "@/lib/http/origin";
import { createLink } from "@/lib/workspace/links/create";
import { readLinks } from "@/lib/workspace/links/deck-link";

export const GET = handleDeck("share", async ({ request, runtime, deckId }) => {
  const links = await readLinks(runtime.pool, deckId, { origin: originOf(request, runtime.env) });
  return json(200, { links: [...links] } satisfies LinkList);
});

export const POST = handleDeck("share", async ({ request, runtime, session, deckId }) => {
  const { kind, right, target, label, expiresAt, password } = await readJsonBody(request, createLinkBodySchema);
  const link = await createLink(runtime, deckId, {
    kind,
    right: right ?? (kind === "public" ? "view" : "edit"),
    target: target ?? "latest",
    label,
    expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt),
    password,
    createdBy: session.userId,
    origin: originOf(request, runtime.env),
    now: new Date(),
  });
  return json(201, link);
});
