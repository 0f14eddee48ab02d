/** A browser without JavaScript: keeps cookies, sends forms with its origin, and follows redirects only on request. */
export function visitor(shopUrl: string, processUrl = shopUrl) {
  const cookies = new Map<string, string>();

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const address = path.startsWith("http") ? path.replace(shopUrl, processUrl) : `${processUrl}${path}`;
    const headers = new Headers(init.headers);
    headers.set("Cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(address, { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";", 1);
      const at = pair.indexOf("=");
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  return {
    cookies,
    get: (path: string) => send(path),
    /** A form as browsers send it. */
    post: (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
      send(path, { method: "POST", body: new URLSearchParams(form), headers: { Origin: shopUrl, ...headers } }),
    /** Adds a course format to the cart. */
    add: (courseFormatId: string, quantity = 1) =>
      send("/cart", {
        method: "POST",
        body: new URLSearchParams({ intent: "add", courseFormatId, quantity: String(quantity) }),
        headers: { Origin: shopUrl },
      }),
    /** Submits the page before payment; `more` are additional or different values. */
    checkOut: (
      form: { email: string; agreedCents: number; certificateName?: string },
      more: Record<string, string> = {},
    ) =>
      send("/checkout", {
        method: "POST",
        body: new URLSearchParams({ ...filledCheckout(form), ...more }),
        headers: { Origin: shopUrl },
      }),
  };
}

/** The fields of the page before payment; the address counts only if something is mailed. */
export function filledCheckout(form: { email: string; agreedCents: number; certificateName?: string }) {
  return {
    email: form.email,
    certificateName: form.certificateName ?? "Ada Lim",
    purpose: "self",
    "address.name": "Ada Lim",
    "address.line1": "12 Foundry Street",
    "address.city": "Port Alder",
    "address.state": "WI",
    "address.postalCode": "53299",
    "address.country": "US",
    terms: "agreed",
    agreedCents: String(form.agreedCents),
  };
}

/** The session id in a hosted payment page's URL; throws if the response doesn't redirect to one. */
export function sessionIdIn(response: Response): string {
  const id = /\/pay\/(cs_[A-Za-z0-9_]+)/.exec(response.headers.get("Location") ?? "")?.[1];
  if (!id) throw new Error(`${response.status} leads to ${response.headers.get("Location")}, not to a payment page`);
  return id;
}
