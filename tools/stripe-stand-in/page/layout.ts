import { countdown } from "./countdown";
import { type Html, html, trusted } from "./html";
import { styles } from "./styles";

export type Page = { title: string; body: Html; status: number; withCountdown?: boolean };

/** The whole document. `nonce` is new for every response and allows only this style and script. */
export function layout({ title, body, withCountdown }: Page, nonce: string): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${trusted(styles)}</style>
</head>
<body>
<aside class="banner" aria-label="About this page">
<p><strong>DEMO – no money moves</strong> <span>This page stands in for Stripe and never asks for card details.</span></p>
</aside>
${body}
${withCountdown && html`<script nonce="${nonce}">${trusted(countdown)}</script>`}
</body>
</html>
`.markup;
}

/**
 * Nothing from other hosts, and forms only to this page. Browsers also apply `form-action` to redirects after a form,
 * so the origins that a payment may lead to must be listed.
 */
export function contentSecurityPolicy(nonce: string, leadsTo: string[]): string {
  return [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "img-src data:",
    ["form-action 'self'", ...leadsTo].join(" "),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
