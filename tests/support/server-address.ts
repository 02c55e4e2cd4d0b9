import type { NetConnectOpts } from "node:net";

/** Where a Postgres or a Redis listens. The address of a Postgres on a socket carries the socket's folder as `?host=`. */
export function addressIn(url: string): NetConnectOpts {
  const { protocol, hostname, port: given, searchParams } = new URL(url);
  const port = Number(given || (protocol.startsWith("redis") ? 6379 : 5432));
  const folder = searchParams.get("host");
  return folder === null ? { host: hostname, port } : { path: `${folder}/.s.PGSQL.${port}` };
}

/** The same by a proxy on this machine. */
export function throughPort(url: string, port: number): string {
  const proxied = new URL(url);
  proxied.searchParams.delete("host");
  proxied.hostname = "127.0.0.1";
  proxied.port = `${port}`;
  return proxied.href;
}
