/** The network that an address belongs to: all of an IPv4 address, and the first 64 bits of an IPv6 one, since a household
 *  or a server has that many to choose from. What is no address is returned as it is. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const groups = ipv6Groups(address);
  return groups ? `${groups.slice(0, 4).join(":")}::/64` : address;
}

/** The eight groups of an IPv6 address, without leading zeros; undefined if it is none. */
function ipv6Groups(address: string): string[] | undefined {
  const [bare = ""] = address.split("%", 1);
  const url = `http://[${bare}]`;
  if (!bare.includes(":") || !URL.canParse(url)) return undefined;
  const [head = "", tail] = new URL(url).hostname.slice(1, -1).split("::");
  const [before, after] = [head, tail ?? ""].map((part) => part.split(":").filter(Boolean));
  const zeros = new Array<string>(8 - (before?.length ?? 0) - (after?.length ?? 0)).fill("0");
  return [...(before ?? []), ...zeros, ...(after ?? [])];
}
