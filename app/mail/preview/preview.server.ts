import PostalMime from "postal-mime";
import { formatInstant } from "~/core/dates";
import { db } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { readWrittenMail } from "~/platform/mail.server";
import { readShop } from "~/shop/shop.server";
import { isLetterKind, letterName, letterNames } from "../letters/kinds";
import { composeLetter } from "../render/compose.server";
import { sampleKinds, sampleLetters } from "./sample-letters";

const newest = 50;

/** Throws a 404 outside a demo: letters contain links that open orders and accounts. */
function requireDemo(): void {
  if (env().SHOP_MODE !== "demo") throw nothing();
}

function nothing(): Response {
  return new Response(null, { status: 404 });
}

/** A sample of every kind, and the mail in this demo's mail folder. */
export async function listPreviews() {
  requireDemo();
  const { timeZone } = await readShop();
  const sent = await db().outboxMessage.findMany({
    where: { sentAt: { not: null }, lastError: null, recipient: { not: null } },
    orderBy: { sentAt: "desc" },
    take: newest,
  });
  return {
    samples: sampleKinds.map((kind) => ({ id: kind, name: letterNames[kind] })),
    sent: sent.map(({ id, kind, recipient, sentAt }) => ({
      id,
      name: letterName(kind),
      recipient,
      sentAt: sentAt ? formatInstant(sentAt, timeZone) : "",
    })),
  };
}

type Address = { source?: string; letter?: string };

/** A sample by its kind or a sent mail by its id. Throws a 404 if there is none. */
export async function readPreview({ source, letter = "" }: Address) {
  requireDemo();
  const preview =
    source === "samples" ? await composeSample(letter) : source === "sent" ? await readSent(letter) : null;
  if (!preview) throw nothing();
  return preview;
}

async function composeSample(kind: string) {
  if (!isLetterKind(kind)) return undefined;
  const shop = await readShop();
  return composeLetter(sampleLetters(shop, env().SHOP_URL)[kind], shop);
}

async function readSent(id: string) {
  const file = await readWrittenMail(id);
  if (!file) return undefined;
  const { subject = "", html = "", text = "" } = await PostalMime.parse(file);
  return { subject, html, text };
}

/** A letter's HTML as a separate document for the preview's frame, guarded by `letterHeaders` in the HTTP server. */
export async function previewDocument(address: Address): Promise<Response> {
  const { html } = await readPreview(address);
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
