import { expect, test } from "vitest";
import { clientAddress } from "@/lib/http/client-address";

test("without a proxy the socket's address counts, whatever the client claims", () => {
  expect(clientAddress("203.0.113.9", "10.1.1.1", undefined)).toBe("203.0.113.9");
});

test("behind the trusted proxy its own entry counts, which is the last", () => {
  expect(clientAddress("10.0.0.2", "6.6.6.6, 203.0.113.9", "10.0.0.2")).toBe("203.0.113.9");
});

test("another machine can't pose as the proxy", () => {
  expect(clientAddress("203.0.113.9", "1.2.3.4", "10.0.0.2")).toBe("203.0.113.9");
});

test("IPv4 over IPv6 is one address", () => {
  expect(clientAddress("::ffff:10.0.0.2", "203.0.113.9", "10.0.0.2")).toBe("203.0.113.9");
});
