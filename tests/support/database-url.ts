/** The address of another database on the same server. Addresses of sockets carry their folder as `?host=`. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
