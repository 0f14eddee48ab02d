import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { sampleKinds, sampleLetters } from "../preview/sample-letters";
import { LetterHtml } from "./html";
import type { Letter, Part } from "./letter";

const origin = "https://shop.example";
const shop = { name: "A & B <shop>", address: ["1 Road", "Town"], email: "help@shop.example", phone: "555-0142" };
const samples = sampleLetters(shop, origin);
const htmlOf = (letter: Letter) => renderToStaticMarkup(<LetterHtml letter={letter} shop={shop} />);

/** The visible text: tags removed, entities decoded. */
const wordsOf = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]*>/g, "\n")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

test.each(sampleKinds)("%s: the HTML loads nothing, runs nothing, and tracks no one", async (kind) => {
  const html = await htmlOf(samples[kind]);
  expect(html).not.toMatch(/<(img|script|link|iframe|object|embed|form|input|base|svg|video)\b/i);
  expect(html).not.toMatch(/\b(src|background|srcset|poster)=|url\(|@import|\son\w+=/i);
  const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
  expect(addresses.filter((address) => !address?.startsWith(`${origin}/`))).toEqual([]);
});

test.each(sampleKinds)("%s: the HTML says what the text says", async (kind) => {
  const html = await htmlOf(samples[kind]);
  const words = wordsOf(html);
  const flat = (text: string) => text.replace(/\s+/g, " ");
  const { title, reason, parts, optOutUrl } = samples[kind];
  for (const text of [title, reason, ...parts.flatMap(wordsOfPart)]) expect(words).toContain(flat(text));
  for (const url of [...parts.flatMap(urlsOf), ...(optOutUrl ? [optOutUrl] : [])]) expect(html).toContain(`"${url}"`);
  for (const line of [shop.name, ...shop.address, shop.email, shop.phone]) expect(words).toContain(line);
});

test.each(sampleKinds)("%s: every inline color has a dark-mode counterpart", async (kind) => {
  const html = await htmlOf(samples[kind]);
  expect(html).toContain("prefers-color-scheme: dark");
  const colored = html.match(/<[a-z0-9]+ [^>]*style="[^"]*[";-]color:[^>]*>/g) ?? [];
  expect(colored.length).toBeGreaterThan(3);
  // Paragraphs override what the outermost cell sets.
  expect(colored.filter((tag) => !tag.includes("class=") && !tag.startsWith("<td"))).toEqual([]);
});

test("people's text is never markup", async () => {
  const parts: Part[] = [
    { kind: "quote", by: "<b>Bo</b>", text: "<script>alert(1)</script>\n</p>" },
    { kind: "facts", rows: [{ label: "Mailed to", lines: ['"><img src=x>'] }] },
  ];
  const html = await htmlOf({ subject: "</title><b>", title: "<i>", parts, reason: "</body>" });
  expect(html).not.toMatch(/<(b|i|script|img)>|<img/);
  expect(wordsOf(html)).toContain("<script>alert(1)</script> </p>");
});

function wordsOfPart(part: Part): string[] {
  switch (part.kind) {
    case "text":
      return [part.text];
    case "quote":
      return [part.by, part.text];
    case "items":
      return part.items.flatMap(({ quantity, title, formatName, amount = "" }) => [
        `${quantity} × ${title}`,
        formatName,
        amount,
      ]);
    case "totals":
      return part.rows.flatMap(({ label, amount }) => [label, amount]);
    case "facts":
      return part.rows.flatMap(({ label, lines }) => [label, ...lines]);
    case "links":
      return part.rows.flatMap(({ label, notes }) => [label, ...notes]);
    case "button":
      return [part.label, part.lead ?? ""];
  }
}

function urlsOf(part: Part): string[] {
  if (part.kind === "button") return [part.url];
  return part.kind === "links" ? part.rows.map(({ url }) => url) : [];
}
