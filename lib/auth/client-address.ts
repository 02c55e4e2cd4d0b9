/**
 * The client's address as server.ts saw it: it deletes what the client sent under this name and writes the socket's
 * own address, or the one a configured trusted proxy reports. Without it all people would share one bucket of every
 * rate limit.
 */
export const clientAddressHeader = "x-lectern-client-address";

/** The address that limits are counted under; one shared bucket where nobody set it, which only tests do. */
export function clientAddressOf(headers: Headers): string {
  return headers.get(clientAddressHeader) ?? "unknown";
}
