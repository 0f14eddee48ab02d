import { type AddressName, addresses } from "./addresses";

const patterns = Object.entries(addresses)
  .map(([name, pattern]) => ({ name: name as AddressName, parts: pattern.split("/").filter(Boolean) }))
  // As Remix does: "promotions/new" before "promotions/:promotion".
  .sort((one, other) => parametersOf(one.parts) - parametersOf(other.parts));

function parametersOf(parts: string[]): number {
  return parts.filter((part) => part.startsWith(":")).length;
}

/** Which address a path is; undefined if the shop has none there. Like Remix, it accepts any letter case and any number
 *  of slashes. */
export function addressNameOf(path: string): AddressName | undefined {
  const parts = decoded(path).toLowerCase().split("/").filter(Boolean);
  return patterns.find(
    (pattern) =>
      pattern.parts.length === parts.length &&
      pattern.parts.every((part, index) => part.startsWith(":") || part === parts[index]),
  )?.name;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
