import { createAuth, type Auth } from "@/lib/auth/auth";
import { consumeRateLimit } from "@/lib/http/rate-limit";
import { runInBackground } from "@/lib/log";
import type { Runtime } from "@/lib/runtime";
import { takeOverGuest } from "@/lib/workspace/people/take-over-guest";

/** The provider that the environment names; undefined where it names none or not all of it. */
export function oidcOf({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret }: Runtime["env"]) {
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { issuer, clientId, clientSecret };
}

const made = new WeakMap<Runtime, Auth>();

/** The accounts of this process. It holds nothing but options, so each module graph may have its own. */
export function authOf(runtime: Runtime): Auth {
  const known = made.get(runtime);
  if (known) return known;
  const { env, pool, prisma, log, collab, mailer } = runtime;
  const auth = createAuth({
    prisma,
    secret: env.AUTH_SECRET,
    baseUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    log,
    consumeRateLimit: (key, rule) => consumeRateLimit(pool, key, { rule, nowMs: Date.now() }),
    sendPasswordReset: async ({ email, url }) => {
      await mailer.send({
        to: email,
        subject: "A new password for Lectern",
        sentences: ["Somebody, probably you, asked for a new password for your account."],
        act: { label: "Choose a new password", url },
        footnote: "The link works once, for one hour. If it was not you, leave it alone: your password stays as it is.",
      });
    },
    sendVerification: async ({ email, url }) => {
      await mailer.send({
        to: email,
        subject: "Is this your address?",
        sentences: ["You signed up for Lectern with this address. Confirm that it is yours, so that letters find you."],
        act: { label: "Confirm the address", url },
        footnote: "If you never signed up, leave this letter alone.",
      });
    },
    oidc: oidcOf(env),
    onSessionEnded: (userId) => collab.recheckPerson(userId),
    takeOverGuest: async (guestId, userId) => {
      const decks = await takeOverGuest({ pool }, { guestId, userId });
      // Pages that are open as the guest go on as who the guest is now, and nobody waits for it.
      runInBackground(collab.recheckRoles(decks), log, "the open decks of a guest who became somebody could not be looked at");
    },
  });
  made.set(runtime, auth);
  return auth;
}
