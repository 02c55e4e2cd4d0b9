import { expect, test } from "vitest";
import { oidcFailure } from "@/components/account/oidc-words";

test.each([
  ["account_not_linked", /with its password/],
  ["access_denied", /not allowed/],
  ["invalid_code", /Try again/],
])("%s comes with what works instead", (error, words) => {
  expect(oidcFailure(error)).toMatch(words);
});

test("whom trying again does not help is not told to", () => {
  expect(oidcFailure("account_not_linked")).not.toMatch(/[Tt]ry again/);
});
