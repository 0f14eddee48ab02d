import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";
import type { Environment } from "../env.server";

/** SECURITY (ASVS 3.4): the headers of every answer. A form may lead to the payment page, so that host is a form target. */
export function securityHeaders(env: Environment) {
  const https = env.SHOP_URL.startsWith("https:");
  const paymentPage = env.STRIPE_API ? new URL(env.STRIPE_API).origin : "https://checkout.stripe.com";
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", (_request: IncomingMessage, response: ServerResponse) => `'nonce-${nonceOf(response)}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'", paymentPage],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Not no-referrer: with it browsers send `Origin: null` with our own forms.
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: https ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
  });
}

function nonceOf(response: ServerResponse): string {
  return (response as ServerResponse & { locals: { nonce: string } }).locals.nonce;
}
