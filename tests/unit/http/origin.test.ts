import { expect, test } from "vitest";
import { isAllowedOrigin, isFreeOfForgery, originOf } from "@/lib/http/origin";

const open = { PORT: 3000, PUBLIC_URL: undefined };
const published = { PORT: 3000, PUBLIC_URL: "https://talks.example" };

test.each([
  ["http://localhost:3000", "elsewhere:1", true],
  ["http://127.0.0.1:3000", "elsewhere:1", true],
  ["http://10.0.0.5:3000", "10.0.0.5:3000", true],
  ["http://evil.example", "10.0.0.5:3000", false],
  ["http://localhost:3001", "elsewhere:1", false],
  ["null", "localhost:3000", false],
  ["", "localhost:3000", false],
])("without a public address %j at host %s: %s", (origin, host, allowed) => {
  expect(isAllowedOrigin(origin, { env: open, host })).toBe(allowed);
});

test.each([
  ["https://talks.example", true],
  ["http://talks.example", false],
  ["https://talks.example.evil.example", false],
  ["http://localhost:3000", false],
])("with a public address only that one counts: %j %s", (origin, allowed) => {
  expect(isAllowedOrigin(origin, { env: published, host: "localhost:3000" })).toBe(allowed);
});

function post(headers: Record<string, string>): Request {
  return new Request("http://localhost:3000/api/decks", { method: "POST", headers });
}

test("a page of another site is a forger", () => {
  expect(isFreeOfForgery(post({ origin: "http://evil.example" }), open)).toBe(false);
  expect(isFreeOfForgery(post({ "sec-fetch-site": "cross-site" }), open)).toBe(false);
  expect(isFreeOfForgery(post({ "sec-fetch-site": "same-site" }), open)).toBe(false);
});

test("our own page, and a program that is no browser, are not", () => {
  expect(isFreeOfForgery(post({ origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }), open)).toBe(true);
  expect(isFreeOfForgery(post({}), open)).toBe(true);
});

test("reading is free", () => {
  expect(isFreeOfForgery(new Request("http://localhost:3000/", { headers: { origin: "http://evil.example" } }), open)).toBe(true);
});

test("links are written with the public address, else with the host that was asked", () => {
  expect(originOf(post({ host: "10.0.0.5:3000" }), published)).toBe("https://talks.example");
  expect(originOf(post({ host: "10.0.0.5:3000" }), open)).toBe("http://10.0.0.5:3000");
});
