import type { DeleteMeBody } from "@/lib/api/account-page";
import { z } from "zod";
import { callJson, callNothing } from "@/lib/api/transport";

/** One's own account. */

export function endSession(sessionId: string): Promise<void> {
  return callNothing("DELETE", `/api/me/sessions/${sessionId}`);
}

export function signOutEverywhere(): Promise<void> {
  return callNothing("DELETE", "/api/me/sessions");
}

/** Changes the password, and signs out everywhere else. */
export function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  return callNothing("POST", "/api/auth/change-password", { json: { currentPassword, newPassword, revokeOtherSessions: true } });
}

/** Deletes the account with the decks that it owns. */
export function deleteMe(body: DeleteMeBody): Promise<void> {
  return callNothing("DELETE", "/api/me", { json: body });
}

/** Where to go to sign in by the provider that this server trusts; it leads back to `next`, by way of our own sign-in where it did not work. */
export async function oidcAddress(next: string): Promise<string> {
  const json = { provider: "oidc", callbackURL: next, errorCallbackURL: `/login?next=${encodeURIComponent(next)}` };
  return (await callJson(z.object({ url: z.url() }), "POST", "/api/auth/sign-in/social", { json })).url;
}

/** Has a letter sent with the way to a new password, where there is such an account; nothing tells whether. */
export function requestPasswordReset(email: string): Promise<void> {
  return callNothing("POST", "/api/auth/request-password-reset", { json: { email } });
}

export function resetPassword(token: string, newPassword: string): Promise<void> {
  return callNothing("POST", "/api/auth/reset-password", { json: { token, newPassword } });
}

export function sendVerification(email: string): Promise<void> {
  return callNothing("POST", "/api/auth/send-verification-email", { json: { email } });
}
