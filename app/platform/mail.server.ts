import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import nodemailer, { type SendMailOptions } from "nodemailer";
import { env } from "./env.server";
import { newSecret } from "./secrets.server";

export type Mail = {
  from: { name: string; address: string };
  to: { name?: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Letters, digits, points, hyphens; the same whenever the same mail is sent again. */
  messageId: string;
  /** Where the reader can say that no such mail shall come any more. */
  optOutUrl?: string;
};

/** Seconds; `?socketTimeout=` and its like in MAIL, in milliseconds, win over them. */
const patience = { connect: 10, greeting: 10, silence: 30, whole: 120 };

/** Hands a mail to the SMTP server, or writes it as a file into the folder that stands for one. Throws where that fails, after
 *  two minutes at most. Nothing is read from disk or the net for it, whatever it contains. */
export async function sendMail(mail: Mail): Promise<void> {
  const { MAIL } = env();
  const { messageId, optOutUrl, to, ...rest } = mail;
  const message = {
    ...rest,
    // Given apart, neither can be taken for a list of addresses.
    to: { name: to.name ?? "", address: to.address },
    replyTo: mail.from,
    messageId: `<${messageId}@${new URL(env().SHOP_URL).hostname}>`,
    // RFC 3834: nobody's out-of-office answers this.
    headers: { "Auto-Submitted": "auto-generated" },
    ...(optOutUrl ? { list: { unsubscribe: optOutUrl } } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  if (MAIL.startsWith("file:")) return writeMail(messageId, message);
  const { connect, greeting, silence, whole } = patience;
  const transport = nodemailer.createTransport({
    connectionTimeout: connect * 1000,
    greetingTimeout: greeting * 1000,
    socketTimeout: silence * 1000,
    url: MAIL,
  });
  await transport.sendMail({ ...message, signal: AbortSignal.timeout(whole * 1000) });
}

async function writeMail(messageId: string, message: SendMailOptions): Promise<void> {
  const { message: bytes } = await nodemailer
    .createTransport({ streamTransport: true, buffer: true })
    .sendMail(message);
  const file = mailFile(messageId);
  await mkdir(join(file, ".."), { recursive: true });
  // Renamed into place: whoever reads the folder never sees half a mail.
  const half = `${file}.${newSecret()}`;
  await writeFile(half, bytes as Buffer);
  await rename(half, file);
}

function mailFile(messageId: string): string {
  return join(env().MAIL.slice("file:".length), `${messageId}.eml`);
}

/** A mail that was written as a file; undefined where there is none, or mail is really sent. */
export async function readWrittenMail(messageId: string): Promise<Buffer | undefined> {
  if (!env().MAIL.startsWith("file:") || !/^[\w.-]+$/.test(messageId)) return undefined;
  return readFile(mailFile(messageId)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}
