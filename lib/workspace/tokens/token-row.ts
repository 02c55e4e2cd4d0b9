import { createHash } from "node:crypto";
import { z } from "zod";
import { tokenIdSchema } from "@/lib/api/ids";
import { tokenScopes, type ApiToken } from "@/lib/api/tokens";

interface TokenRow {
  readonly id: string;
  readonly label: string;
  readonly scope: string;
  readonly hint: string;
  readonly team: { readonly id: string; readonly name: string } | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

const scopeSchema = z.enum(tokenScopes);

/** A row as its owner sees it. */
export function listed({ id, label, scope, hint, team, createdAt, expiresAt, lastUsedAt }: TokenRow): ApiToken {
  return {
    id: tokenIdSchema.parse(id),
    label,
    scope: scopeSchema.parse(scope),
    hint,
    team,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

/** What is kept of a token. It has 200 random bits: a slow hash would protect nothing more. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
