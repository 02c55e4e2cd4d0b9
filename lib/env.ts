import { z } from "zod";

const webAddress = z.url({ protocol: /^https?$/, error: "is no web address. It looks like https://example.org." });
const wholeNumber = (error: string, { min, max = Number.MAX_SAFE_INTEGER }: { readonly min: number; readonly max?: number }) =>
  z.coerce.number(error).int(error).min(min, error).max(max, error);
const mebibytes = wholeNumber("is no number of MiB. It looks like 250.", { min: 1 });
const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/**
 * Every environment variable that Lectern knows; the table in the README says the same in words. An error goes on after
 * the variable's name.
 */
const schema = z.object({
  NODE_ENV: z.enum(["production", "development", "test"], "is none of production, development and test.").default("production"),
  PORT: wholeNumber("is no port number. It looks like 3000.", { min: 0, max: 65_535 }).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  /** The address that people open, for links and cookies; without it the request's own Host counts. */
  PUBLIC_URL: webAddress.optional(),
  /** Address of a reverse proxy whose X-Forwarded-For may be believed. */
  TRUSTED_PROXY: z.string().min(1).optional(),
  DATABASE_URL: z.string("is missing. It looks like postgresql://user:password@host:5432/database.").min(1),
  /** Postgres past a transaction-pooling proxy, for migrations and LISTEN. */
  DIRECT_URL: z.string().min(1).optional(),
  /** Where processes talk to each other; without it over Postgres. */
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: "is no address of Redis. It looks like redis://:password@host:6379." }).optional(),
  /** A bucket for pictures and films, with its keys: https://KEY:SECRET@host/bucket?region=…; without it they are in Postgres. */
  S3_URL: z
    .url({ protocol: /^https?$/, error: "is no address of a bucket. It looks like https://KEY:SECRET@host/bucket/prefix?region=eu-central-1." })
    .optional(),
  /** What the files of one deck may hold together, and those of all decks of a person or team, in MiB. */
  DECK_FILES_MB: mebibytes.default(250),
  OWNER_FILES_MB: mebibytes.default(5000),
  DATA_DIR: z.string().min(1).default("./data"),
  AUTH_SECRET: z
    .string("is missing. Give it at least 16 characters.")
    .min(16, "is too short to sign sessions with. Give it at least 16 characters, or leave it out."),
  /** The server that takes mail, for example smtps://user:password@mail.example; without it letters are in the log. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "is no address of a mail server. It looks like smtps://user:password@mail.example.org." })
    .optional(),
  /** Who letters come from, for example `Lectern <lectern@talks.example>`. */
  MAIL_FROM: z.string().min(3, "is no sender. It looks like Lectern <lectern@talks.example.org>.").optional(),
  /** Webhooks may be sent to addresses of the own network: for who runs both ends. */
  WEBHOOKS_PRIVATE: z.stringbool("is neither true nor false.").default(false),
  /** A provider of OpenID Connect that people may sign in by; all of the first three, or none. */
  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What its button is called. */
  OIDC_NAME: z.string().min(1).default("single sign-on"),
  CHROMIUM_PATH: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(logLevels, `is none of ${logLevels.join(", ")}.`).default("info"),
});

/** Their names, as the README and .env.example tell them; a build and its tests alone set NODE_ENV. */
export const environmentNames: readonly string[] = Object.keys(schema.shape).filter((name) => name !== "NODE_ENV");

export type Env = z.infer<typeof schema>;

/** What is wrong with the environment, in a sentence a variable: the launcher knows it by its name and prints it as it is. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/** Reads and checks the environment; an empty value counts as unset. Throws an `EnvironmentError`. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new EnvironmentError(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join(" "));
}
