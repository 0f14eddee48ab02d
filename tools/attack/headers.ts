import { createSignInLink } from "~/accounts/sign-in-link.server";
import { rawRequest } from "../../tests/support/shop/raw-request";
import type { Cast } from "./cast";
import { type Answer, send, sendForm } from "./send";
import { type Attack, type Group, judge, type Target } from "./verdict";

const evil = "evil.example";

type Lines = (shop: { host: string; url: string }) => string[];
const form = ["Content-Type: application/x-www-form-urlencoded"];

/** The shop answers and closes while the attacker is still sending, so the system may drop the answer. */
const tooManyToRead = [0, 431];

/** Requests that no browser sends, line by line, and the status of each. */
const raw: { name: string; rule: string; lines: Lines; body?: string; statuses: number[] }[] = [
  {
    name: "101 headers",
    rule: "35",
    statuses: [431],
    lines: ({ host }) => ["GET / HTTP/1.1", `Host: ${host}`, ...many(101)],
  },
  {
    name: "5,000 headers",
    rule: "35",
    statuses: tooManyToRead,
    lines: ({ host }) => ["GET / HTTP/1.1", `Host: ${host}`, ...many(5000)],
  },
  {
    name: "a header of 100 kB",
    rule: "35",
    statuses: tooManyToRead,
    lines: ({ host }) => ["GET / HTTP/1.1", `Host: ${host}`, `X: ${"x".repeat(100_000)}`],
  },
  {
    name: "an address of 13,000 characters",
    rule: "35",
    statuses: [414],
    lines: ({ host }) => [`GET /faq?${"a".repeat(13_000)} HTTP/1.1`, `Host: ${host}`],
  },
  {
    name: "501 parameters",
    rule: "35",
    statuses: [414],
    lines: ({ host }) => [`GET /faq?${many(501, (n) => `a${n}=b`).join("&")} HTTP/1.1`, `Host: ${host}`],
  },
  { name: "no host", rule: "24", statuses: [400], lines: () => ["GET / HTTP/1.1"] },
  { name: "another host", rule: "24", statuses: [421], lines: () => ["GET /staff HTTP/1.1", `Host: ${evil}`] },
  {
    name: "two hosts",
    rule: "24",
    statuses: [400, 421],
    lines: ({ host }) => ["GET / HTTP/1.1", `Host: ${host}`, `Host: ${evil}`],
  },
  {
    name: "a host with another behind it",
    rule: "24",
    statuses: [400, 421],
    lines: ({ host }) => ["GET / HTTP/1.1", `Host: ${host}@${evil}`],
  },
  {
    name: "another host in absolute form",
    rule: "24",
    statuses: [421],
    lines: ({ host }) => [`GET http://${evil}/ HTTP/1.1`, `Host: ${host}`],
  },
  {
    name: "CONNECT",
    rule: "34",
    statuses: [0, 400, 404, 405],
    lines: ({ host }) => [`CONNECT ${evil}:443 HTTP/1.1`, `Host: ${host}`],
  },
  {
    name: "a method that doesn't exist",
    rule: "34",
    statuses: [400, 405],
    lines: ({ host }) => ["BREW /cart HTTP/1.1", `Host: ${host}`],
  },
  { name: "OPTIONS *", rule: "34", statuses: [405], lines: ({ host }) => ["OPTIONS * HTTP/1.1", `Host: ${host}`] },
  {
    name: "an address without a slash",
    rule: "34",
    statuses: [400, 404],
    lines: ({ host }) => ["GET faq HTTP/1.1", `Host: ${host}`],
  },
  {
    name: "a line break in a header",
    rule: "21",
    statuses: [400],
    lines: ({ host }) => ["GET / HTTP/1.1", `Host: ${host}`, "X: a\rSet-Cookie: a=b"],
  },
  {
    name: "chunks and a length",
    rule: "23",
    statuses: [400, 411],
    body: "0\r\n\r\n",
    lines: ({ host, url }) => [
      "POST /cart HTTP/1.1",
      `Host: ${host}`,
      `Origin: ${url}`,
      ...form,
      "Content-Length: 5",
      "Transfer-Encoding: chunked",
    ],
  },
  {
    name: "chunks",
    rule: "23",
    statuses: [411],
    body: "3\r\na=b\r\n0\r\n\r\n",
    lines: ({ host, url }) => [
      "POST /cart HTTP/1.1",
      `Host: ${host}`,
      `Origin: ${url}`,
      ...form,
      "Transfer-Encoding: chunked",
    ],
  },
  {
    name: "two lengths",
    rule: "23",
    statuses: [400],
    body: "a=b",
    lines: ({ host, url }) => [
      "POST /cart HTTP/1.1",
      `Host: ${host}`,
      `Origin: ${url}`,
      ...form,
      "Content-Length: 3",
      "Content-Length: 30",
    ],
  },
  {
    name: "a negative length",
    rule: "23",
    statuses: [400],
    body: "a=b",
    lines: ({ host, url }) => ["POST /cart HTTP/1.1", `Host: ${host}`, `Origin: ${url}`, ...form, "Content-Length: -3"],
  },
  {
    name: "a length of 5 MB",
    rule: "23",
    statuses: [413],
    lines: ({ host, url }) => [
      "POST /cart HTTP/1.1",
      `Host: ${host}`,
      `Origin: ${url}`,
      ...form,
      "Content-Length: 5000000",
    ],
  },
  {
    name: "another request hidden behind a length",
    rule: "23",
    statuses: [400, 403, 404, 405, 411, 413, 415],
    body: "GET /staff HTTP/1.1\r\nHost: x\r\n\r\n",
    lines: ({ host, url }) => [
      "POST /cart HTTP/1.1",
      `Host: ${host}`,
      `Origin: ${url}`,
      ...form,
      "Transfer-Encoding: xchunked",
      "Content-Length: 3",
    ],
  },
];

function many(count: number, line = (n: number) => `X-${n}: y`): string[] {
  return Array.from({ length: count }, (_, index) => line(index));
}

const rawAttacks: Attack[] = raw.map(({ name, rule, lines, body, statuses }) => ({
  name: `a request with ${name}`,
  rule,
  run: async (target) => {
    const { host } = new URL(target.url);
    const seen = await rawRequest(target.url, lines({ host, url: target.url }), body);
    const answer = { status: seen.status || 0, headers: Object.fromEntries(seen.headers), body: seen.body };
    return judge(answer, target, ({ status }) => statuses.includes(status));
  },
}));

/** Headers by which proxies and frameworks let a client say what the request line didn't. */
const overrides: Record<string, string>[] = [
  { "X-Original-URL": "/staff/orders" },
  { "X-Rewrite-URL": "/staff/orders" },
  { "X-HTTP-Method-Override": "DELETE" },
  { "X-Method-Override": "POST" },
  { "X-Forwarded-Host": evil },
  { "X-Forwarded-Proto": "gopher" },
  { "X-Forwarded-For": "127.0.0.1" },
  { "X-Forwarded-Prefix": `//${evil}` },
  { Forwarded: `host=${evil};proto=https` },
  { "X-Remix-Response": "yes" },
  { "X-Middleware-Subrequest": "middleware" },
  { "Content-Type": "multipart/form-data; boundary=x" },
  { Range: "bytes=0-0,1-1,2-2" },
  { "Accept-Language": "x".repeat(5000) },
];

function overrideAttacks(): Attack[] {
  const paths: { path: string; mayOpen: boolean }[] = [
    { path: "/faq", mayOpen: true },
    { path: "/staff/orders", mayOpen: false },
    { path: "/account/orders", mayOpen: false },
  ];
  return overrides.flatMap((headers) =>
    paths.map(({ path, mayOpen }) => ({
      name: `GET ${path} with ${Object.keys(headers)[0]}`,
      rule: "4.1.3",
      run: async (target: Target) => {
        const answer = await send(target.url, path, { headers });
        const named = `${JSON.stringify(answer.headers)}${answer.body}`.includes(evil);
        return judge(answer, target, ({ status }) => !named && (mayOpen ? status < 300 : status === 303));
      },
    })),
  );
}

const outside = [
  `//${evil}`,
  `/\\${evil}`,
  `\\\\${evil}`,
  `https://${evil}`,
  `https:${evil}`,
  `/%09/${evil}`,
  `/\t/${evil}`,
  `/\n/${evil}`,
  `/\r\nSet-Cookie: a=b`,
  `/☃`,
  `/..//${evil}`,
  `/.//${evil}`,
  `javascript:alert(1)`,
  `data:text/html,x`,
  `@${evil}`,
  `/\u0000/${evil}`,
  `/${"x".repeat(3000)}`,
];

/** A browser that follows the answer stays on the shop's own origin, and got no header that the attacker wrote. */
function staysInside({ url }: Target) {
  return ({ status, headers }: Answer) => {
    if (/^a=b/.test(headers["set-cookie"]?.join() ?? "")) return false;
    const { location } = headers;
    if (location === undefined) return status < 300 || status >= 400;
    return URL.canParse(location, url) && new URL(location, url).origin === url && !/^[/\\]{2}/.test(location);
  };
}

function redirects(): Attack[] {
  return outside.flatMap((to) => {
    const query = `?to=${encodeURIComponent(to)}`;
    const name = JSON.stringify(to).slice(0, 40);
    return [
      {
        name: `a sign-in by link that leads to ${name}`,
        rule: "21",
        run: async (target: Target) => {
          const link = await createSignInLink(target.cast.attacker.email);
          return judge(await sendForm(target.url, `/account/sign-in/${link}${query}`, ""), target, staysInside(target));
        },
      },
      {
        name: `a sign-in page for someone signed in that leads to ${name}`,
        rule: "21",
        run: async (target: Target) => {
          const Cookie = `${target.cast.attacker.cookie}; ${target.cast.staffCookie}`;
          const answers = [
            await send(target.url, `/staff/sign-in${query}`, { headers: { Cookie } }),
            await send(target.url, `/account/sign-in${query}`, { headers: { Cookie } }),
          ];
          const verdicts = answers.map((answer) => judge(answer, target, staysInside(target)));
          return verdicts.find(({ letIn }) => letIn) ?? { letIn: false, saw: "both stay in the shop" };
        },
      },
    ];
  });
}

/** What the request's lines and headers can say, and where an answer leads. */
export function headers(_cast: Cast): Group[] {
  return [
    {
      title: "headers: malformed and forged",
      rows: "unchanged",
      atOnce: 2,
      attacks: [...rawAttacks, ...overrideAttacks()],
    },
    { title: "redirects: out of the shop", rows: "unchanged", atOnce: 1, attacks: redirects() },
  ];
}
