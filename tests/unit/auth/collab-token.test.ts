import { expect, test } from "vitest";
import { deckIdSchema, userIdSchema } from "@/lib/api/ids";
import { collabTokenLifetimeMs, formerPeople, maxClockSkewMs, signCollabToken, verifyCollabToken } from "@/lib/auth/collab-token";

const secret = "a secret for tests, long enough";
const claims = {
  deckId: deckIdSchema.parse("6f1c0f52-8f44-4b0e-9df8-0d8e7a9c1a01"),
  userId: userIdSchema.parse("6f1c0f52-8f44-4b0e-9df8-0d8e7a9c1a02"),
  name: "Žofie 😀",
  role: "comment",
  generation: 3,
} as const;
const token = signCollabToken(claims, { secret, nowMs: 1_000 });

test("a token gives back what it was made of", () => {
  expect(verifyCollabToken(token, { secret, nowMs: 1_000 })).toEqual({ ...claims, formerly: [], expiresAt: 1_000 + collabTokenLifetimeMs });
});

test("a token fits into a sub-protocol's name (RFC 9110 token)", () => {
  expect(token).toMatch(/^[A-Za-z0-9._-]+$/);
});

test("a token ends after its minute, and another one for a server whose clock is ahead", () => {
  const endMs = 1_000 + collabTokenLifetimeMs + maxClockSkewMs;
  expect(verifyCollabToken(token, { secret, nowMs: endMs - 1 })).toBeDefined();
  expect(verifyCollabToken(token, { secret, nowMs: endMs })).toBeUndefined();
});

test("an old token says whom a page was before, on its deck alone, and chains", () => {
  const [account, third] = [userIdSchema.parse("6f1c0f52-8f44-4b0e-9df8-0d8e7a9c1a03"), userIdSchema.parse("6f1c0f52-8f44-4b0e-9df8-0d8e7a9c1a04")];
  const { deckId, userId: guest } = claims;
  expect(formerPeople(token, { secret, deckId, userId: account })).toEqual([guest]);
  expect(formerPeople(token, { secret, deckId, userId: guest })).toEqual([]);
  expect(formerPeople(token, { secret, deckId: deckIdSchema.parse("6f1c0f52-8f44-4b0e-9df8-0d8e7a9c1a09"), userId: account })).toEqual([]);
  expect(formerPeople(`${token}x`, { secret, deckId, userId: account })).toEqual([]);
  const next = signCollabToken({ ...claims, userId: account, formerly: [guest] }, { secret, nowMs: 1_000 });
  expect(formerPeople(next, { secret, deckId, userId: third })).toEqual([account, guest]);
});

test("another secret's token is refused", () => {
  expect(verifyCollabToken(token, { secret: "another secret of that length!!", nowMs: 1_000 })).toBeUndefined();
});

test("no claim can be changed", () => {
  const [payload = "", signature = ""] = token.split(".");
  const forged = Buffer.from(Buffer.from(payload, "base64url").toString().replace("comment", "edit")).toString("base64url");
  expect(verifyCollabToken(`${forged}.${signature}`, { secret, nowMs: 1_000 })).toBeUndefined();
});

test.each(["", ".", "a", "a.b", "a.b.c", `${token}.x`, token.slice(0, -2)])("torn token %j is refused", (torn) => {
  expect(verifyCollabToken(torn, { secret, nowMs: 1_000 })).toBeUndefined();
});
