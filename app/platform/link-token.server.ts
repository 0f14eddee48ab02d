import { type LinkKind, linkDays } from "~/addresses/mailed";
import { now } from "./clock.server";
import { isSignatureOf, signatureOf } from "./secrets.server";

/** The row that a link opens: raising its version revokes every link made before. */
export type Linked = { id: string; linkVersion: number };

/** What a token opens. `over`: it was once ours, but has ended or was revoked. */
export type TokenState = { kind: "open"; endsAt: Date } | { kind: "over" } | { kind: "forged" };

const dayMilliseconds = 24 * 60 * 60 * 1000;
// Older versions are taken for forged: looking further back would be work for whoever guesses.
const versionsRemembered = 100;

/** The token of a new mailed link: `<end in seconds, base 36>.<HMAC of kind, id, version and end>`. */
export function newLinkToken(kind: LinkKind, row: Linked): string {
  return linkToken(kind, row, new Date(now().getTime() + linkDays[kind] * dayMilliseconds));
}

/** The same with the end of another link: a page that was opened by a link leads to no page that opens for longer. */
export function linkToken(kind: LinkKind, { id, linkVersion }: Linked, endsAt: Date): string {
  const end = Math.floor(endsAt.getTime() / 1000).toString(36);
  return `${end}.${signatureOf(purposeOf(kind), signedText(id, linkVersion, end))}`;
}

export function readLinkToken(kind: LinkKind, { id, linkVersion }: Linked, token: string, at: Date): TokenState {
  // Links mailed before they had an end lead to the sign-in, like those that ended.
  if (isSignatureOf(kind, id, token)) return { kind: "over" };
  const [, end, signature] = /^([0-9a-z]{1,8})\.([\w-]{43})$/.exec(token) ?? [];
  if (end === undefined || signature === undefined) return { kind: "forged" };
  const isOfVersion = (version: number) => isSignatureOf(purposeOf(kind), signedText(id, version, end), signature);
  if (isOfVersion(linkVersion)) {
    const endsAt = new Date(Number.parseInt(end, 36) * 1000);
    return at < endsAt ? { kind: "open", endsAt } : { kind: "over" };
  }
  for (let version = linkVersion - 1; version > 0 && version >= linkVersion - versionsRemembered; version--)
    if (isOfVersion(version)) return { kind: "over" };
  return { kind: "forged" };
}

function purposeOf(kind: LinkKind): string {
  return `link to ${kind}`;
}

function signedText(id: string, version: number, end: string): string {
  return [id, version, end].join(" ");
}
