import ipaddr from "ipaddr.js";

/** Whom a limit counts: an IPv4 address, or the /64 that a provider gives one IPv6 customer. */
export type Network = {
  near: string;
  /** The /48 around an IPv6 network, the most that one customer usually gets. Absent for IPv4. */
  wide?: string;
};

/** The network of a visitor's address. An IPv4 address written as IPv6 (`::ffff:203.0.113.9`) is the IPv4 address. Anything that is no
 *  address is a network of its own, so an unknown visitor is limited too. */
export function networkOf(address: string): Network {
  if (!isAddress(address)) return { near: address };
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return { near: parsed.toString() };
  return { near: around(parsed, 64), wide: around(parsed, 48) };
}

/** IPv4 only in its usual form of four decimal numbers: `127.1` and `0x7f.1` are read differently by different programs. */
export function isAddress(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || (text.includes(":") && ipaddr.IPv6.isValid(text));
}

/** Whether only this machine can be reached at the address. */
export function isLoopback(address: string): boolean {
  return isAddress(address) && ipaddr.process(address).range() === "loopback";
}

/** Whether the address belongs to a private network (RFC 1918, RFC 4193) or a single link. */
export function isPrivate(address: string): boolean {
  return isAddress(address) && ["private", "uniqueLocal", "linkLocal"].includes(ipaddr.process(address).range());
}

function around(address: ipaddr.IPv6, bits: 48 | 64): string {
  const parts = address.parts.map((part, index) => (index < bits / 16 ? part : 0));
  return `${new ipaddr.IPv6(parts).toString()}/${bits}`;
}
