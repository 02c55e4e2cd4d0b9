import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { anonymous, bearer, genericOAuth } from "better-auth/plugins";
import { maxPasswordLength, minPasswordLength, personNameSchema } from "@/lib/api/account";
import { userIdSchema, type UserId } from "@/lib/api/ids";
import { clientAddressHeader } from "@/lib/auth/client-address";
import { guestEmailDomain, isGuestEmail } from "@/lib/auth/guest";
import { authRateLimits, type RateLimitRule } from "@/lib/auth/rate-limits";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Log } from "@/lib/log";

export interface AuthOptions {
  readonly prisma: PrismaClient;
  readonly secret: string;
  /** Where people reach this server; decides on secure cookies. */
  readonly baseUrl: string;
  readonly log: Log;
  /** Counts one call under this key; the store is the edge's, so that there is one way to limit. */
  readonly consumeRateLimit: (key: string, rule: RateLimitRule) => Promise<{ readonly allowed: boolean; readonly retryAfterS: number }>;
  /** Letters that bring somebody a secret of their own; the addresses in them are of `baseUrl` and never of a request's Host. */
  readonly sendPasswordReset: (to: { readonly email: string; readonly name: string; readonly url: string }) => Promise<void>;
  readonly sendVerification: (to: { readonly email: string; readonly name: string; readonly url: string }) => Promise<void>;
  /** A provider of OpenID Connect that people may sign in by. */
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | undefined;
  /** A session of theirs ended: by signing out, or with a new password. */
  readonly onSessionEnded: (userId: UserId) => Promise<void>;
  /** A guest became somebody: everything of theirs goes over, and the guest goes. */
  readonly takeOverGuest: (guestId: UserId, userId: UserId) => Promise<void>;
}

export type Auth = ReturnType<typeof createAuth>;

/** As long as an abandoned guest is kept: a guest has no other way back to their decks than this cookie. */
export const sessionLifetimeS = 90 * 24 * 3600;
export const sessionRenewalS = 24 * 3600;
/** What the names of its cookies begin with. */
export const sessionCookiePrefix = "lectern";
const resetLifetimeS = 3600;
const verificationLifetimeS = 7 * 24 * 3600;

/**
 * Accounts and sessions by better-auth on our tables. Teams are ours (`lib/workspace/teams`): what becomes of decks when
 * somebody comes or goes has to be decided in the same transaction. Origins are checked by `lib/http` for every address of
 * the API alike, so better-auth's own check is off.
 */
export function createAuth(options: AuthOptions) {
  const { prisma, secret, baseUrl, log, consumeRateLimit, takeOverGuest, onSessionEnded, sendPasswordReset, sendVerification, oidc } = options;
  return betterAuth({
    appName: "Lectern",
    baseURL: baseUrl,
    basePath: "/api/auth",
    secret,
    database: prismaAdapter(prisma, { provider: "postgresql", transaction: true }),
    telemetry: { enabled: false },
    logger: { level: "warn", log: (level, message, ...details) => log[level]({ details: details.map(String) }, message) },
    advanced: {
      cookiePrefix: sessionCookiePrefix,
      useSecureCookies: baseUrl.startsWith("https:"),
      disableCSRFCheck: true,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      database: { generateId: "uuid" },
    },
    session: { expiresIn: sessionLifetimeS, updateAge: sessionRenewalS },
    emailAndPassword: {
      enabled: true,
      autoSignIn: true,
      minPasswordLength,
      maxPasswordLength,
      resetPasswordTokenExpiresIn: resetLifetimeS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        // A guest's address is a placeholder: nothing can be sent there.
        if (!isGuestEmail(user.email)) await sendPasswordReset({ ...user, url: `${baseUrl}/reset-password?token=${token}` });
      },
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: verificationLifetimeS,
      sendVerificationEmail: async ({ user, token }) => {
        const url = `${baseUrl}/api/auth/verify-email?token=${encodeURIComponent(token)}&callbackURL=${encodeURIComponent("/account")}`;
        if (!isGuestEmail(user.email)) await sendVerification({ ...user, url });
      },
    },
    rateLimit: {
      enabled: true,
      ...authRateLimits,
      customStorage: {
        consume: async (key, rule) => {
          const { allowed, retryAfterS } = await consumeRateLimit(`auth:${key}`, { max: rule.max, windowS: rule.window });
          return { allowed, retryAfter: allowed ? null : retryAfterS };
        },
      },
    },
    onAPIError: { errorURL: `${baseUrl}/login` },
    // Changing one's name is `PATCH /api/me`; a guest's row goes only with its decks, in `takeOverGuest`.
    disabledPaths: ["/update-user", "/delete-anonymous-user", "/delete-user", "/change-email"],
    databaseHooks: {
      session: { delete: { after: ({ userId }) => onSessionEnded(userIdSchema.parse(userId)) } },
      user: {
        create: {
          before: async (user) => ({
            data: { ...user, name: user["isAnonymous"] === true ? "" : checkedName(user.name || (user.email.split("@")[0] ?? "")), image: null },
          }),
        },
      },
    },
    plugins: [
      anonymous({
        emailDomainName: guestEmailDomain,
        disableDeleteAnonymousUser: true,
        onLinkAccount: async ({ anonymousUser, newUser }) => {
          const guestId = userIdSchema.parse(anonymousUser.user.id);
          const userId = userIdSchema.parse(newUser.user.id);
          if (guestId !== userId && newUser.user["isAnonymous"] !== true) await takeOverGuest(guestId, userId);
        },
      }),
      bearer(),
      ...(oidc === undefined ? [] : [oidcSignIn(oidc)]),
    ],
  });
}

/** The provider's name in addresses: `/api/auth/callback/oidc` is what it is told to lead back to. */
export const oidcProviderId = "oidc";

function oidcSignIn({ issuer, clientId, clientSecret }: NonNullable<AuthOptions["oidc"]>) {
  return genericOAuth({
    config: [
      {
        providerId: oidcProviderId,
        discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ["openid", "profile", "email"],
        requireIdTokenVerification: true,
      },
    ],
  });
}

function checkedName(name: string): string {
  const checked = personNameSchema.safeParse(name);
  if (checked.success) return checked.data;
  throw new APIError("UNPROCESSABLE_ENTITY", { message: checked.error.issues[0]?.message ?? "Choose another name." });
}
