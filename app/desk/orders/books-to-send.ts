import { type Format, isMailed } from "~/catalog/read/formats";
import { copiesToSend } from "~/shipping/parcels/copies-to-send";

type Line = Parameters<typeof copiesToSend>[0] & { format: Format };

/** Printed books of a paid order that neither left nor were given back. */
export function booksToSend(lines: Line[]): number {
  return lines.filter(({ format }) => isMailed(format)).reduce((sum, line) => sum + copiesToSend(line).left, 0);
}
