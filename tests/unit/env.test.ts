import { expect, test } from "vitest";
import { EnvironmentError, readEnv } from "@/lib/env";

const enough = { DATABASE_URL: "postgresql://ana@localhost/lectern", AUTH_SECRET: "0123456789abcdef" };

test("what is not set is as the README says, and an empty value counts as not set", () => {
  const env = readEnv({ ...enough, PORT: "", PUBLIC_URL: "" });
  expect(env).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", DECK_FILES_MB: 250 });
  expect(env.PUBLIC_URL).toBeUndefined();
});

test.each([
  ["AUTH_SECRET", "short", /^AUTH_SECRET is too short to sign sessions with\./],
  ["PUBLIC_URL", "talks.example.org", /^PUBLIC_URL is no web address\. It looks like https:/],
  ["PORT", "http", /^PORT is no port number\./],
  ["PORT", "80000", /^PORT is no port number\./],
  ["DECK_FILES_MB", "0.5", /^DECK_FILES_MB is no number of MiB\./],
  ["REDIS_URL", "http://localhost", /^REDIS_URL is no address of Redis\./],
  ["S3_URL", "bucket", /^S3_URL is no address of a bucket\./],
  ["SMTP_URL", "mail.example.org", /^SMTP_URL is no address of a mail server\./],
  ["MAIL_FROM", "x", /^MAIL_FROM is no sender\./],
  ["WEBHOOKS_PRIVATE", "perhaps", /^WEBHOOKS_PRIVATE is neither true nor false\./],
  ["LOG_LEVEL", "loud", /^LOG_LEVEL is none of fatal, /],
])("%s=%s is told in a sentence", (name, value, words) => {
  const read = () => readEnv({ ...enough, [name]: value });
  expect(read).toThrow(EnvironmentError);
  expect(read).toThrow(words);
  expect(read).not.toThrow(/expected|invalid/i);
});

test("all that is wrong is told at once", () => {
  expect(() => readEnv({ ...enough, PUBLIC_URL: "here", LOG_LEVEL: "loud" })).toThrow(/^PUBLIC_URL is .*\. LOG_LEVEL is none of .*\.$/);
});
