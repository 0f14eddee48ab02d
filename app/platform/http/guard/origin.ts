const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether an unsafe request comes from our own pages. Browsers send `Origin` with every form; a request without it is
 *  refused. Machines (Stripe's webhook) post to `exempt` paths and are authenticated by signature. */
export function isOwnOrigin(
  request: { method: string; path: string; origin: string | undefined },
  shopOrigin: string,
  exempt: ReadonlySet<string>,
): boolean {
  if (safeMethods.has(request.method)) return true;
  if (request.method === "POST" && exempt.has(request.path)) return true;
  return request.origin === shopOrigin;
}

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether a request is for this shop: by its own name, or by one of this machine's with the port that the process
 *  listens on, as a proxy beside it asks. */
export function isOwnHost(host: string | undefined, shopOrigin: string, port: number): boolean {
  const shop = new URL(shopOrigin);
  const asked = readHost(host, shop.protocol);
  if (!asked) return false;
  return asked.host === shop.host || (loopbackNames.has(asked.hostname) && Number(asked.port || 80) === port);
}

/** Whether a visitor of a loopback shop used another loopback name ("127.0.0.1" for "localhost"). Its forms would be
 *  refused for their origin, so the visitor is redirected to the shop's own name. */
export function isOtherLoopbackName(host: string | undefined, shopOrigin: string): boolean {
  const shop = new URL(shopOrigin);
  const asked = readHost(host, "http:");
  if (!asked || asked.host === shop.host) return false;
  return loopbackNames.has(shop.hostname) && loopbackNames.has(asked.hostname) && asked.port === shop.port;
}

function readHost(host: string | undefined, protocol: string): URL | undefined {
  if (host === undefined || !/^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host)) return undefined;
  return URL.canParse(`${protocol}//${host}`) ? new URL(`${protocol}//${host}`) : undefined;
}

/** The host and the path of a request sent in absolute form ("GET http://shop.example/cart"), as to a proxy. */
export function readAbsoluteForm(url: string): { host: string; url: string } | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const { host, pathname, search } = new URL(url);
  return { host, url: `${pathname}${search}` };
}
