import { withoutAddresses } from "./without-addresses";

export type Failure = {
  /** Whether trying again is of use. */
  isFinal: boolean;
  /** Whether the mail server itself can't be used now, so that the next letter would fare no better. */
  isServerDown: boolean;
  /** Why, without anybody's address. */
  words: string;
};

/** What nodemailer tells of a failure. */
type Told = { code?: string; command?: string; responseCode?: number; permanent?: boolean };

const aboutTheMessage = new Set(["RCPT TO", "DATA"]);
const longestWords = 500;

/** SMTP (RFC 5321, 4.2.1): 5yz to the recipient or the message is for good, 4yz passes. What the server says before that (log in,
 *  sender, greeting) is the operator's to mend and no letter's fault. Anything that is not SMTP's is a bug, and tried again. */
export function judgeFailure(error: unknown): Failure {
  const { code, command, responseCode, permanent } = (error instanceof Error ? error : {}) as Told;
  const words = withoutAddresses(error instanceof Error ? error.message : String(error)).slice(0, longestWords);
  if (code === undefined || !/^E[A-Z]/.test(code)) return { isFinal: false, isServerDown: false, words };
  // Refused by nodemailer itself: no server would take such an address.
  if (code === "EENVELOPE" && command === "API") return { isFinal: true, isServerDown: false, words };
  if (responseCode !== undefined && aboutTheMessage.has(command ?? ""))
    return { isFinal: permanent === true, isServerDown: false, words };
  return { isFinal: false, isServerDown: true, words };
}
