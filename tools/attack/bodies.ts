import { db } from "~/platform/db/client.server";
import { filledCheckout } from "../../tests/support/visitor";
import type { Cast } from "./cast";
import { collectForms, type FoundForm } from "./forms";
import { fillings, screens } from "./routes";
import { type Answer, cookiesOf, send, sendForm } from "./send";
import { type Attack, type Group, isRefusal, judge, type Target, tag } from "./verdict";

type Body = { what: string; body: string; headers?: Record<string, string>; isRefused?: true };
const many = (count: number, field: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => field(n)).join("&");

/** Bodies that no page of ours sends. Those that are never read as a form must be refused; for the others any answer but a failure will do. */
const oddBodies: Body[] = [
  { what: "21,000 equal fields", body: "a=&".repeat(21_000), isRefused: true },
  { what: "300 equal fields", body: many(300, () => "a=") },
  { what: "301 different fields", body: many(301, (n) => `a${n}=b`) },
  { what: "20,501 fields", body: many(20_501, () => "a="), isRefused: true },
  { what: "a deep name", body: `${"a.".repeat(200)}=x` },
  { what: "a deep name in brackets", body: `a${"[0]".repeat(200)}=x` },
  { what: "a far position in a list", body: "seats[4294967294].email=x&lines[999999999]=x" },
  { what: "a long name", body: `${"a".repeat(50_000)}=x` },
  { what: "65 kB", body: `reason=${"x".repeat(65_000)}` },
  { what: "1 MB", body: `reason=${"x".repeat(1_000_000)}`, isRefused: true },
  { what: "a NUL", body: "name=a%00b&reason=%00&email=a%00%40example.com" },
  { what: "half a surrogate pair", body: "name=%ED%A0%80&reason=%ED%A0%80&code=%ED%A0%80" },
  { what: "bytes that are no UTF-8", body: "name=%FF%FE&reason=%C0%AE" },
  { what: "broken percent signs", body: "name=%&reason=%zz&%=%" },
  { what: "prototype names", body: "__proto__.admin=1&__proto__[admin]=1&constructor.prototype.admin=1&toString=1" },
  {
    what: "numbers without end",
    body: "quantity=1e308&version=99999999999999999999&attempt=-1&agreedCents=NaN&units=Infinity",
  },
  { what: "JSON", body: '{"name":"Eve"}', headers: { "Content-Type": "application/json" }, isRefused: true },
  {
    what: "multipart",
    body: "--x\r\n\r\n--x--",
    headers: { "Content-Type": "multipart/form-data; boundary=x" },
    isRefused: true,
  },
  { what: "plain text", body: "name=Eve", headers: { "Content-Type": "text/plain" }, isRefused: true },
  { what: "no type", body: "name=Eve", headers: { "Content-Type": "" }, isRefused: true },
  {
    what: "UTF-16",
    body: "n\0a\0m\0e\0",
    headers: { "Content-Type": "application/x-www-form-urlencoded; charset=utf-16" },
  },
  { what: "a compressed body", body: "not gzip", headers: { "Content-Encoding": "gzip" } },
];

/** Every address of the shop gets every body, from a visitor who is signed in as another customer. */
function shapes(cast: Cast): Attack[] {
  const posted = screens.filter(({ guard }) => guard !== "machine");
  return oddBodies.flatMap(({ what, body, headers, isRefused }) =>
    posted.map((screen) => {
      const path = fillings(screen, cast)[0]?.path ?? "/";
      // It reads no form, and would end the attacker's session.
      const isSignOut = path.endsWith("/sign-out");
      return {
        name: `POST ${path} with ${what}`,
        rule: "23",
        run: async (target: Target) => {
          const cookie = isSignOut ? "" : target.cast.attacker.cookie;
          const answer = await sendForm(target.url, path, body, cookie, headers);
          // Staff's own forms may be longer, and whoever isn't staff is led to the sign-in.
          const isExpected = ({ status }: Answer) =>
            status === 0 ||
            !isRefused ||
            (status >= 400 && status < 500) ||
            ((screen.guard === "staff" || isSignOut) && status === 303);
          return judge(answer, target, isExpected);
        },
      };
    }),
  );
}

const values: Record<string, string> = {
  markup: `"'>${tag}</script><script>alert(1)</script>`,
  "a query": `x' OR '1'='1'; DROP TABLE "Order"; --`,
  "a formula and a template": "=1+1\t{{7*7}} #{7*7} <%= 7*7 %>",
  "another line": "a\r\nSet-Cookie: a=b\r\nBcc: eve@example.com",
  "2,000 characters": "𝕏é‮".repeat(500),
};

/** Each field of each form that a visitor can see, filled with each value, the others as the page has them. */
function fields(forms: FoundForm[]): Attack[] {
  return forms.flatMap(({ page, action, fields: names, cookie }) =>
    Object.keys(names).flatMap((field) =>
      Object.entries(values).map(([what, value]) => ({
        name: `POST ${action} as on ${page}: ${field} is ${what}`,
        rule: "15.3.3",
        run: async (target: Target) =>
          judge(
            await sendForm(target.url, action, new URLSearchParams({ ...names, [field]: value }).toString(), cookie),
            target,
            ({ headers }) => !/(^|,)a=b/.test(String(headers["set-cookie"] ?? "")),
          ),
      })),
    ),
  );
}

/** What was stored may come out again elsewhere: the attacker's own pages. */
const stored: Attack[] = ["/cart", "/checkout", "/account", "/account/orders"].map((path) => ({
  name: `GET ${path} after the attacker's markup was saved`,
  rule: "3.4",
  run: async (target) =>
    judge(await send(target.url, path, { headers: { Cookie: target.cast.attacker.cookie } }), target),
}));

const extra = {
  ...{
    totalCents: "1",
    itemsCents: "1",
    price: "1",
    unitPriceCents: "1",
    amountCents: "1",
    discount: "100",
    state: "paid",
  },
  ...{
    role: "admin",
    permission: "refund",
    isStaff: "true",
    customerKey: "eve@example.com",
    customerId: "1",
    paidAt: "2020-01-01",
  },
  ...{ id: "1", linkVersion: "1", number: "1", receivedCents: "9950", shippingCents: "0", currency: "jpy" },
};

const massAssignment: Attack[] = [
  {
    name: "an order with a price, a state and a role of the attacker's own",
    rule: "15.3.3",
    run: async (target) => {
      const add = { intent: "add", courseFormatId: "managing-dose-in-fluoroscopy.ebook", quantity: "1", ...extra };
      const added = await sendForm(target.url, "/cart", new URLSearchParams(add).toString());
      const cart = cookiesOf(added);
      const email = target.cast.attacker.email;
      const pay = (agreedCents: number) => {
        const form = { ...filledCheckout({ email, agreedCents }), ...extra };
        return sendForm(target.url, "/checkout", new URLSearchParams(form).toString(), cart);
      };
      const cheap = await pay(1);
      const made = await db().order.findFirst({ where: { email, state: "paid", itemsCents: 1 } });
      if (made || cheap.status === 303) return { letIn: true, saw: `${cheap.status}: an order for one cent` };
      return judge(cheap, target, isRefusal);
    },
  },
  {
    name: "a learner, with a passed test and a certificate of the attacker's own",
    rule: "15.3.3",
    run: async (target) => {
      const { attacker } = target.cast;
      const other = await db().enrollment.findFirstOrThrow({
        where: { orderId: attacker.order, id: { not: attacker.enrollment } },
      });
      const form = {
        ...extra,
        name: "Eve",
        email: attacker.email,
        passedAt: "2020-01-01",
        score: "100",
        certificate: "1",
      };
      const path = `/account/courses/${other.id}`;
      const answer = await sendForm(target.url, path, new URLSearchParams(form).toString(), attacker.cookie);
      const issued = await db().certificate.count({ where: { enrollmentId: other.id } });
      return issued > 0 ? { letIn: true, saw: "a certificate without a test" } : judge(answer, target);
    },
  },
];

/** What a form's body can hold. */
export function bodies(cast: Cast): Group[] {
  const group = (title: string, attacks: Attack[]): Group => ({ title, rows: "may be added", atOnce: 4, attacks });
  return [
    group("bodies: floods of fields and wrong types", shapes(cast)),
    { ...group("extra: mass assignment", massAssignment), atOnce: 1 },
    {
      ...group("fields: every field of every form", []),
      atOnce: 1,
      find: async (target) => [...fields(await collectForms(target)), ...stored],
    },
  ];
}
