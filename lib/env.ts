import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65_535);

/** Every environment variable that Lectern knows; the table in the README says the same in words. */
const schema = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  PORT: port.default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  /** The address that people open, for links and cookies; without it the request's own Host counts. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Address of a reverse proxy whose X-Forwarded-For may be believed. */
  TRUSTED_PROXY: z.string().min(1).optional(),
  DATABASE_URL: z.string().min(1),
  /** Postgres past a transaction-pooling proxy, for migrations and LISTEN. */
  DIRECT_URL: z.string().min(1).optional(),
  /** Where processes talk to each other; without it over Postgres. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** A bucket for pictures and films, with its keys: https://KEY:SECRET@host/bucket?region=…; without it they are in Postgres. */
  S3_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** What the files of one deck may hold together, and those of all decks of a person or team, in MiB. */
  DECK_FILES_MB: z.coerce.number().int().min(1).default(250),
  OWNER_FILES_MB: z.coerce.number().int().min(1).default(5000),
  DATA_DIR: z.string().min(1).default("./data"),
  AUTH_SECRET: z.string().min(16),
  /** The server that takes mail, for example smtps://user:password@mail.example; without it letters are in the log. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Who letters come from, for example `Lectern <lectern@talks.example>`. */
  MAIL_FROM: z.string().min(3).optional(),
  /** Webhooks may be sent to addresses of the own network: for who runs both ends. */
  WEBHOOKS_PRIVATE: z.stringbool().default(false),
  /** A provider of OpenID Connect that people may sign in by; all of the first three, or none. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What its button is called. */
  OIDC_NAME: z.string().min(1).default("single sign-on"),
  CHROMIUM_PATH: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

/** Their names, as the README and .env.example tell them; a build and its tests alone set NODE_ENV. */
export const environmentNames: readonly string[] = Object.keys(schema.shape).filter((name) => name !== "NODE_ENV");

export type Env = z.infer<typeof schema>;

/**
 * Reads and checks the environment; an empty value counts as unset. Throws an Error whose message is one
 * sentence a variable, so that the launcher can print it as it is.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not right. ${wrong.join(". ")}.`);
}
