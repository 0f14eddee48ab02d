import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";
import type { Environment } from "../env.server";

type Middleware = ReturnType<typeof helmet>;

/** SECURITY 3.4: headers of every response. In a demo the preview may frame a letter, which has its own, stricter
 *  policy for everything else. */
export function securityHeaders(env: Environment): Middleware {
  const page = pageHeaders(env);
  const letter = letterHeaders();
  return (request, response, next) => {
    response.setHeader("Permissions-Policy", unusedFeatures);
    const isLetter = env.SHOP_MODE === "demo" && letterPath.test(request.url ?? "");
    return isLetter ? letter(request, response, next) : page(request, response, next);
  };
}

/** Nobody may use what no page of ours uses. */
const unusedFeatures = [
  ...["accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen"],
  ...["geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment", "picture-in-picture"],
  ...["screen-wake-lock", "serial", "usb", "xr-spatial-tracking"],
]
  .map((feature) => `${feature}=()`)
  .join(", ");

const letterPath = /^\/dev\/mail\/[a-z]+\/[\w.-]+\/html$/;

/** A letter is untrusted: it loads nothing, runs nothing, and sends nothing; its links open elsewhere. */
function letterHeaders(): Middleware {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        // Mail programs support only inline styles.
        styleSrc: ["'unsafe-inline'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'self'"],
        sandbox: ["allow-popups", "allow-popups-to-escape-sandbox"],
      },
    },
    xFrameOptions: false,
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  });
}

/** A form may redirect to the payment page, so its host is an allowed form target. */
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
    // frame-ancestors says the same, and says it more exactly.
    xFrameOptions: false,
    // Not no-referrer, which makes browsers send `Origin: null` with our own forms.
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: https ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
  });
}

function nonceOf(response: ServerResponse): string {
  return (response as ServerResponse & { locals: { nonce: string } }).locals.nonce;
}
