import { href, type Query } from "./href";
import { addressNameOf } from "./name-of";

/** Each page that a mailed link opens, and the same page in its owner's account. */
export const accountTwins = {
  order: "accountOrder",
  orderReceipt: "accountReceipt",
  orderRefund: "accountRefund",
  learning: "accountCourse",
  learningRead: "accountRead",
  learningTest: "accountTest",
  learningAttempt: "accountAttempt",
  learningCertificate: "accountCertificate",
  learningCertificatePdf: "accountCertificatePdf",
  learningReminders: "accountReminders",
  learningConfirm: "accountConfirm",
} as const;

export type MailedName = keyof typeof accountTwins;

/** How many days a mailed link works. An order's page shows an address, a card and a refund form, and is of use while a parcel is on
 *  its way or a refund can be asked for; a course is read and tested over months. After that the owner signs in by e-mail. */
export const linkDays = { order: 30, learning: 180, confirmation: 180 } as const;
export type LinkKind = keyof typeof linkDays;

/** Which mailed page a path is; undefined for any other. */
export function mailedNameOf(path: string): MailedName | undefined {
  const name = addressNameOf(path);
  return name !== undefined && name in accountTwins ? (name as MailedName) : undefined;
}

type Parameters = Record<string, string | number>;

/** The path of a page: with its token as a mailed link has it, without one in the account. */
export function mailedOrOwn(name: MailedName, parameters: Parameters, signature?: string, query?: Query): string {
  if (signature === undefined)
    return href(accountTwins[name] as "accountOrder", parameters as { order: string }, query);
  return href(name as "order", { ...parameters, signature } as { order: string; signature: string }, query);
}
