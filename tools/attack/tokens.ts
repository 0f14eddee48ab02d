import Stripe from "stripe";
import { badTokens, type Cast } from "./cast";
import { screens } from "./routes";
import { type Answer, cookiesOf, send, sendForm } from "./send";
import { type Attack, type Group, isRefusal, judge, type Target } from "./verdict";

const leadsToSignIn = ({ status, headers }: Answer) =>
  status === 303 && /^\/account\/sign-in\?/.test(headers.location ?? "");

/** Each page that a mailed link opens, with each token that must not open it, to read and to send its form. */
function links(cast: Cast): Attack[] {
  const linked = screens.filter(({ guard }) => guard === "link");
  return linked.flatMap(({ pattern }) => {
    const kind = pattern.startsWith("orders") ? "order" : "learning";
    return Object.entries(badTokens(kind, cast)).flatMap(([what, token]) => {
      const values: Record<string, string> = { order: cast.owner.order, enrollment: cast.owner.enrollment };
      Object.assign(values, { signature: token, number: "1" });
      const path = `/${pattern.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? "")}`;
      return ["GET", "POST"].map((method) => ({
        name: `${method} /${pattern} with a token ${what}`,
        rule: "45",
        run: async (target: Target) => {
          const { cookie } = target.cast.attacker;
          const form = "version=1&name=Eve&email=eve%40example.com&reason=x";
          const answer = await (method === "GET"
            ? send(target.url, path, { headers: { Cookie: cookie } })
            : sendForm(target.url, path, form, cookie));
          return judge(answer, target, (seen) => isRefusal(seen) || leadsToSignIn(seen));
        },
      }));
    });
  });
}

const textOf = (cookie: string) => cookie.slice(cookie.indexOf("=") + 1);
const nameOf = (cookie: string) => cookie.slice(0, cookie.indexOf("="));

/** Cookies that nobody was given. */
function cookies({ owner, attacker, staffCookie }: Cast): Attack[] {
  const [text = "", signature = ""] = decodeURIComponent(textOf(owner.cookie)).split(".");
  const customer = (value: string) => `${nameOf(owner.cookie)}=${encodeURIComponent(value)}`;
  const staff = (value: string) => `${nameOf(staffCookie)}=${encodeURIComponent(value)}`;
  const asJson = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64");
  const forged: Record<string, string> = {
    "without its signature": customer(text),
    "with an empty signature": customer(`${text}.`),
    "cut short": customer(`${text}.${signature.slice(0, -3)}`),
    "signed for another value": customer(`${decodeURIComponent(textOf(attacker.cookie)).split(".")[0]}.${signature}`),
    "with the owner's address": customer(`${asJson(owner.email)}.${signature}`),
    "with an object": customer(`${asJson({ id: { not: null } })}.${signature}`),
    "of a customer, as staff's": staff(decodeURIComponent(textOf(owner.cookie))),
    "of staff, as a customer's": customer(decodeURIComponent(textOf(staffCookie))),
    "that is very long": customer("A".repeat(8000)),
    "with prototype names": "__proto__=x; constructor=x; customer=__proto__",
  };
  const paths = ["/account", `/account/orders/${owner.order}`, "/staff", "/staff/orders"];
  return Object.entries(forged).flatMap(([what, Cookie]) =>
    paths.map((path) => ({
      name: `GET ${path} with a cookie ${what}`,
      rule: "7.2.3",
      run: async (target: Target) =>
        judge(await send(target.url, path, { headers: { Cookie } }), target, ({ status }) => status !== 200),
    })),
  );
}

const fixation: Attack = {
  name: "sign in with a cookie that the attacker chose, then use it",
  rule: "7.2.4",
  run: async (target) => {
    const { staff, staffCookie } = target.cast;
    const chosen = `${nameOf(staffCookie)}=${textOf(staffCookie).slice(0, -4)}AAAA`;
    const form = new URLSearchParams(staff).toString();
    const answer = await sendForm(target.url, "/staff/sign-in", form, chosen);
    if (answer.status !== 303 || cookiesOf(answer) === chosen)
      return { letIn: true, saw: `${answer.status}, same cookie` };
    const later = await send(target.url, "/staff", { headers: { Cookie: chosen } });
    return judge(later, target, ({ status }) => status === 303);
  },
};

const signedOut: Attack = {
  name: "use the cookie of somebody who has signed out",
  rule: "7.4",
  run: async (target) => {
    const { staff } = target.cast;
    const cookie = cookiesOf(await sendForm(target.url, "/staff/sign-in", new URLSearchParams(staff).toString()));
    await sendForm(target.url, "/staff/sign-out", "", cookie);
    const later = await send(target.url, "/staff/orders", { headers: { Cookie: cookie } });
    return judge(later, target, ({ status }) => status === 303);
  },
};

/** What Stripe would send if somebody had paid for the owner's order. */
const eventBody = (order: string) =>
  JSON.stringify({
    ...{ id: `evt_${order}`, object: "event", api_version: "x", type: "checkout.session.completed", livemode: false },
    created: Math.floor(Date.now() / 1000),
    data: { object: { id: `cs_test_${order}`, object: "checkout.session", payment_status: "paid" } },
  });

function webhooks({ owner }: Cast): Attack[] {
  const payload = eventBody(owner.order);
  const now = Math.floor(Date.now() / 1000);
  const sign = (secret: string, timestamp = now) =>
    Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
  const signatures: Record<string, (secret: string) => string | undefined> = {
    "no signature": () => undefined,
    "an empty signature": () => "",
    "a signature by another secret": () => sign("whsec_another"),
    "a signature by an empty secret": () => sign("whsec_"),
    "a signature that is an hour old": (secret) => sign(secret, now - 3600),
    "a signature of an old scheme": (secret) => sign(secret).replace("v1=", "v0="),
    "the time of another signature": (secret) => sign(secret, now - 3600).replace(/t=\d+/, `t=${now}`),
    "only a time": () => `t=${now}`,
  };
  const post = (target: Target, body: string, signature?: string) => {
    const headers: Record<string, string> = { "Content-Type": "application/json" };
    if (signature !== undefined) headers["Stripe-Signature"] = signature;
    return send(target.url, "/stripe/webhook", { method: "POST", headers, body });
  };
  return [
    ...Object.entries(signatures).map(([what, signature]) => ({
      name: `a webhook with ${what}`,
      rule: "22",
      run: async (target: Target) =>
        judge(await post(target, payload, signature(target.webhookSecret)), target, ({ status }) => status === 400),
    })),
    {
      name: "a webhook whose body was changed after signing",
      rule: "22",
      run: async (target: Target) =>
        judge(await post(target, `${payload} `, sign(target.webhookSecret)), target, ({ status }) => status === 400),
    },
  ];
}

/** Links, cookies and signatures that nobody was given. */
export function tokens(cast: Cast): Group[] {
  const group = (title: string, attacks: Attack[]): Group => ({ title, rows: "unchanged", atOnce: 4, attacks });
  return [
    group("links: forged, ended, of others", links(cast)),
    group("sessions: forged cookies, fixation", [...cookies(cast), fixation, signedOut]),
    group("webhook: forged and replayed", webhooks(cast)),
  ];
}
