import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Networks that are nobody else's: this machine, its network, and what only means something there (RFC 6890). */
const ownV4 = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  ownV4.addSubnet(network, bits, "ipv4");
}
// A list of its own: one list takes an address of IPv4 for the one of IPv6 that it is mapped to.
const ownV6 = new BlockList();
for (const [network, bits] of [
  ["::", 96],
  // Addresses of IPv4 in those of IPv6, by mapping and by translation.
  ["::ffff:0:0", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  ownV6.addSubnet(network, bits, "ipv6");
}

/** Is this an address (IPv4 or IPv6) of the open net? */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !ownV4.check(address, "ipv4");
  return family === 6 && !ownV6.check(address, "ipv6");
}

export class PrivateAddressError extends Error {
  override readonly name = "PrivateAddressError";
}

/**
 * Looks names up as Node does, and refuses those that lead into the own network. Asked as the connection is made, so
 * that a name can't mean one thing when it is checked and another when it is called.
 */
export const lookUpPublic: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return answer(error, "", 4);
    const refused = found.find(({ address }) => !isPublicAddress(address));
    const [first] = found;
    if (refused || !first) return answer(new PrivateAddressError("This address leads into the server's own network."), "", 4);
    if (options.all === true) return answer(null, found);
    return answer(null, first.address, first.family);
  });
};
