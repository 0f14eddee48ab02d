import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import nodemailer from "nodemailer";
import { env } from "./env.server";
import { newSecret } from "./secrets.server";

export type Mail = {
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  messageId: string;
};

/** Hands a mail to the SMTP server, or writes it as a file into the folder that stands for one. Throws where that fails. */
export async function sendMail(mail: Mail): Promise<void> {
  const { MAIL } = env();
  const message = { ...mail, messageId: `<${mail.messageId}@${new URL(env().SHOP_URL).hostname}>` };
  if (!MAIL.startsWith("file:")) {
    await nodemailer.createTransport(MAIL).sendMail(message);
    return;
  }
  const folder = MAIL.slice("file:".length);
  await mkdir(folder, { recursive: true });
  const { message: bytes } = await nodemailer
    .createTransport({ streamTransport: true, buffer: true })
    .sendMail(message);
  // Renamed into place: whoever reads the folder never sees half a mail.
  const file = join(folder, `${mail.messageId}.eml`);
  const half = `${file}.${newSecret()}`;
  await writeFile(half, bytes as Buffer);
  await rename(half, file);
}
