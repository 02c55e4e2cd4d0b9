/** `.invalid` never resolves (RFC 2606): no mail can go to a guest's placeholder address. */
export const guestEmailDomain = "guest.invalid";

/** Takes guests' placeholder addresses out of a value that is about to leave the server, wherever they stand in it. */
export function withoutGuestEmails(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutGuestEmails);
  if (typeof value === "string") return isGuestEmail(value) ? null : value;
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutGuestEmails(inner)]));
}

export function isGuestEmail(email: string): boolean {
  return email.toLowerCase().endsWith(`@${guestEmailDomain}`);
}
