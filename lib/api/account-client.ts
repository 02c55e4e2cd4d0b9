import type { DeleteMeBody } from "@/lib/api/account-page";
import { callNothing } from "@/lib/api/transport";

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
