import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import nodemailer, { type SendMailOptions } from "nodemailer";
import { env } from "./env.server";
import { newSecret } from "./secrets.server";

export type Mail = {
  from: { name: string; address: string };
  to: { name?: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Letters, digits, periods, and hyphens; the same whenever the same mail is sent again. */
  messageId: string;
  /** Unsubscribe page. */
  optOutUrl?: string;
};

/** Seconds; `?socketTimeout=` and the like in MAIL, in milliseconds, take precedence. */
const timeouts = { connect: 10, greeting: 10, silence: 30, whole: 120 };

/** Hands a mail to the SMTP server, or writes it to the mail folder. Throws on failure, after two minutes at most. Its
 *  content never makes it read from disk or the network. */
export async function sendMail(mail: Mail): Promise<void> {
  const { MAIL } = env();
  const { messageId, optOutUrl, to, ...rest } = mail;
  const message = {
    ...rest,
    // Passed separately, so neither can be parsed as a list of addresses.
    to: { name: to.name ?? "", address: to.address },
    replyTo: mail.from,
    messageId: `<${messageId}@${new URL(env().SHOP_URL).hostname}>`,
    // RFC 3834: suppresses out-of-office replies.
    headers: { "Auto-Submitted": "auto-generated" },
    ...(optOutUrl ? { list: { unsubscribe: optOutUrl } } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  if (MAIL.startsWith("file:")) return writeMail(messageId, message);
  const { connect, greeting, silence, whole } = timeouts;
  const transport = nodemailer.createTransport({
    connectionTimeout: connect * 1000,
    greetingTimeout: greeting * 1000,
    socketTimeout: silence * 1000,
    url: MAIL,
    // SECURITY 52: never without STARTTLS, even if the server doesn't offer it.
    ...(env().SHOP_MODE === "live" ? { requireTLS: true } : {}),
  });
  await transport.sendMail({ ...message, signal: AbortSignal.timeout(whole * 1000) });
}

async function writeMail(messageId: string, message: SendMailOptions): Promise<void> {
  const { message: bytes } = await nodemailer
    .createTransport({ streamTransport: true, buffer: true })
    .sendMail(message);
  const file = mailFile(messageId);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await chmod(dirname(file), 0o700);
  // Renamed into place, so readers of the folder never see half a mail.
  const half = `${file}.${newSecret()}`;
  await writeFile(half, bytes as Buffer, { mode: 0o600 });
  await rename(half, file);
}

function mailFile(messageId: string): string {
  return join(env().MAIL.slice("file:".length), `${messageId}.eml`);
}

/** A mail written to the mail folder; undefined if there is none or mail is sent by SMTP. */
export async function readWrittenMail(messageId: string): Promise<Buffer | undefined> {
  if (!env().MAIL.startsWith("file:") || !/^[\w.-]+$/.test(messageId)) return undefined;
  return readFile(mailFile(messageId)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}
