import { redactAddresses } from "./redact-addresses";

export type Failure = {
  /** Whether retrying is pointless. */
  isFinal: boolean;
  /** Whether the mail server itself is unavailable, so the next letter would fail too. */
  isServerDown: boolean;
  /** Why, without e-mail addresses. */
  words: string;
};

/** Nodemailer's error fields. */
type SmtpError = { code?: string; command?: string; responseCode?: number; permanent?: boolean };

const aboutTheMessage = new Set(["RCPT TO", "DATA"]);
const longestText = 500;

/** SMTP (RFC 5321, 4.2.1): 5yz for the recipient or message is permanent, 4yz temporary. Earlier errors (login,
 *  sender, greeting) are for the operator to fix, not the letter's fault. Anything else is a bug and is retried. */
export function classifyFailure(error: unknown): Failure {
  const { code, command, responseCode, permanent } = (error instanceof Error ? error : {}) as SmtpError;
  const words = redactAddresses(error instanceof Error ? error.message : String(error)).slice(0, longestText);
  if (code === undefined || !/^E[A-Z]/.test(code)) return { isFinal: false, isServerDown: false, words };
  // Rejected by nodemailer itself: an invalid address.
  if (code === "EENVELOPE" && command === "API") return { isFinal: true, isServerDown: false, words };
  if (responseCode !== undefined && aboutTheMessage.has(command ?? ""))
    return { isFinal: permanent === true, isServerDown: false, words };
  return { isFinal: false, isServerDown: true, words };
}
