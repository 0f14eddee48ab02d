const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether an unsafe request comes from our own pages. Browsers send `Origin` with every form; a request without it is
 *  refused. Machines (Stripe's webhook) post to `exempt` paths and are authenticated by signature. */
export function isOwnOrigin(
  request: { method: string; path: string; origin: string | undefined },
  shopOrigin: string,
  exempt: ReadonlySet<string>,
): boolean {
  if (safeMethods.has(request.method)) return true;
  if (exempt.has(request.path)) return true;
  return request.origin === shopOrigin;
}

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether a visitor of a loopback shop used another loopback name ("127.0.0.1" for "localhost"). Its forms would be
 *  refused for their origin, so the visitor is redirected to the shop's own name. */
export function isOtherLoopbackName(host: string | undefined, shopOrigin: string): boolean {
  const shop = new URL(shopOrigin);
  if (host === undefined || host === shop.host || !URL.canParse(`http://${host}`)) return false;
  const asked = new URL(`http://${host}`);
  return loopbackNames.has(shop.hostname) && loopbackNames.has(asked.hostname) && asked.port === shop.port;
}
