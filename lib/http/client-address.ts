import type { IncomingMessage } from "node:http";
import { clientAddressHeader } from "@/lib/auth/client-address";

/** Headers that only we may set; what a client sends under these names is dropped. */
const ownHeaders = [clientAddressHeader, "x-nonce"];

/** Drops forged headers and writes down whom the request comes from, for rate limits. */
export function markClientAddress(req: IncomingMessage, { trustedProxy }: { readonly trustedProxy: string | undefined }): void {
  for (const name of ownHeaders) delete req.headers[name];
  const forwarded = req.headers["x-forwarded-for"];
  req.headers[clientAddressHeader] = clientAddress(
    req.socket.remoteAddress,
    Array.isArray(forwarded) ? forwarded.join(",") : forwarded,
    trustedProxy,
  );
}

/**
 * The client's address: the socket's, or, where the socket is the trusted proxy's, the last entry of X-Forwarded-For,
 * which is the one that the proxy itself wrote.
 */
export function clientAddress(remote: string | undefined, forwardedFor: string | undefined, trustedProxy: string | undefined): string {
  const address = plain(remote ?? "unknown");
  if (trustedProxy === undefined || address !== plain(trustedProxy)) return address;
  const last = forwardedFor?.split(",").at(-1)?.trim();
  return last ? plain(last) : address;
}

/** One spelling of an address: IPv4 that arrives over IPv6 counts as IPv4. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, "");
}
