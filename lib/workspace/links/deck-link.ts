import { linkIdSchema, versionIdSchema } from "@/lib/api/ids";
import { linkKinds, type DeckLink } from "@/lib/api/links";
import type { Link } from "@/lib/db/generated/client";
import { deckRights } from "@/lib/workspace/policies";

/** A link's row as the API shows it. `origin` is where people reach this server, for example `https://talks.example`. */
export function toDeckLink(row: Link, { origin }: { readonly origin: string }): DeckLink {
  const fields = {
    id: linkIdSchema.parse(row.id),
    right: deckRights.find((right) => right === row.right) ?? "view",
    label: row.label,
    target: row.versionId === null ? ("latest" as const) : versionIdSchema.parse(row.versionId),
    hasPassword: row.passwordHash !== null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
  return linkKinds.find((kind) => kind === row.kind) === "public"
    ? { kind: "public", slug: row.token, url: `${origin}/p/${row.token}`, ...fields }
    : { kind: "join", token: row.token, url: `${origin}/join/${row.token}`, ...fields };
}

/** Whether a link still does what it was made for. */
export type LinkState = "in-force" | "withdrawn" | "expired";

export function linkStateOf(row: Pick<Link, "revokedAt" | "expiresAt">, { now }: { readonly now: Date }): LinkState {
  if (row.revokedAt !== null) return "withdrawn";
  return row.expiresAt !== null && row.expiresAt <= now ? "expired" : "in-force";
}
