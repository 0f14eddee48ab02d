import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";
import type { Environment } from "../env.server";

type Middleware = ReturnType<typeof helmet>;

/** SECURITY 3.4: the headers of every answer. In a demonstration the preview may frame a letter, which has a stricter policy
 *  of its own for everything else. */
export function securityHeaders(env: Environment): Middleware {
  const page = pageHeaders(env);
  if (env.SHOP_MODE !== "demo") return page;
  const letter = letterHeaders();
  return (request, response, next) =>
    letterPath.test(request.url ?? "") ? letter(request, response, next) : page(request, response, next);
}

const letterPath = /^\/dev\/mail\/[a-z]+\/[\w.-]+\/html$/;

/** A letter as an unknown document: it loads nothing, runs nothing and sends nothing; its links open elsewhere. */
function letterHeaders(): Middleware {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        // Mail programs know styles at the elements only.
        styleSrc: ["'unsafe-inline'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'self'"],
        sandbox: ["allow-popups", "allow-popups-to-escape-sandbox"],
      },
    },
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  });
}

/** A form may lead to the payment page, so that host is a form target. */
function pageHeaders(env: Environment): Middleware {
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
