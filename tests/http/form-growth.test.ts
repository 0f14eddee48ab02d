import { readdirSync, readFileSync } from "node:fs";
import type { ActionFunction } from "@remix-run/node";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { openCustomerSession } from "~/accounts/customer-session.server";
import { openSession } from "~/accounts/sessions.server";
import { createStaffMember } from "~/accounts/staff-members.server";
import { addresses } from "~/addresses/addresses";
import { customerKeyOf } from "~/core/email";
import { db } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { newLinkToken } from "~/platform/link-token.server";
import routes from "~/routes";
import { stepCounter } from "../support/count-steps";
import { buy } from "../support/orders/bought-course";

type Entry = { path?: string; file: string; children?: Entry[] };
type Form = { pattern: string; action: ActionFunction };

const modules = import.meta.glob<{ action?: ActionFunction }>("/app/routes/**/*.{ts,tsx}");
const files = (routes as Entry[]).flatMap((entry) => filesOf(entry));
function filesOf({ path = "", file, children = [] }: Entry, parent = ""): { pattern: string; file: string }[] {
  const pattern = [parent, path].filter(Boolean).join("/");
  return [{ pattern, file }, ...children.flatMap((child) => filesOf(child, pattern))];
}

/** The names of lists in any form's schema: what is checked item by item. */
const lists = new Set(
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .flatMap((file) => [...readFileSync(`app/${file}`, "utf8").matchAll(/(\w+): (?:z\s*\.array\(|seatRows)/g)])
    .map(([, name = ""]) => name),
);

const list = (index: number) => [...lists][index % lists.size];
const shapes: { shape: string; field: (index: number) => string }[] = [
  { shape: "equal names", field: () => "a=x" },
  {
    shape: "lists, different names, and positions",
    field: (index) => [`${list(index)}=x${index}`, `a${index}=x`, `rates[${index % 900}].price=x`][index % 3] ?? "",
  },
];

/** The cookies of a staff member and of the buyer, in new sessions: some forms end them. */
let signIn: () => Promise<string>;
let cookie: string;
let values: Record<string, string>;
beforeAll(async () => {
  const { email } = await createStaffMember({ email: "ines@example.com", name: "Ines" });
  const member = await db().staffMember.findUniqueOrThrow({ where: { email } });
  const buyer = { name: "Ada", email: "ada@example.com" };
  const { orderId, first } = await buy([{ quantity: 2 }], buyer);
  const who = { customerKey: customerKeyOf(buyer.email), email: buyer.email, createdAt: new Date() };
  const customer = await db().customer.create({ data: who });
  signIn = async () => {
    const sessions = [
      await transaction((tx) => openSession(tx, member.id, new Date())),
      await transaction((tx) => openCustomerSession(tx, customer.id, new Date())),
    ];
    return sessions.map((session) => session.split(";", 1)[0]).join("; ");
  };
  const request = { orderId, at: new Date(), reason: "x", enrollmentIds: [] };
  const { id } = await db().refundRequest.create({ data: request });
  const dispute = { id: "dp_sample", orderId, amountCents: 100, reason: "fraudulent", status: "needs_response" };
  await db().dispute.create({ data: { ...dispute, openedAt: new Date() } });
  values = { order: orderId, request: id, dispute: "dp_sample", enrollment: first, link: "none" };
  Object.assign(values, { format: "iv-therapeutics.book_by_mail", zone: "canada", promotion: "ten" });
  values["orders/signature"] = newLinkToken("order", { id: orderId, linkVersion: 1 });
  values[`${addresses.learningConfirm}/signature`] = newLinkToken("confirmation", { id: first, linkVersion: 1 });
  values["learning/signature"] = newLinkToken("learning", { id: first, linkVersion: 1 });
});

/** The status of a form of so many fields, as the route's action answers it. */
async function send({ pattern, action }: Form, body: string, visit: number): Promise<number> {
  const place = pattern.split("/")[0];
  const params = Object.fromEntries(
    [...pattern.matchAll(/:(\w+)/g)].map(([, name = ""]) => [
      name,
      values[name] ?? values[`${pattern}/${name}`] ?? values[`${place}/${name}`],
    ]),
  );
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => params[name] ?? "none");
  const request = new Request(`http://localhost:3000/${path}?kind=coupon`, {
    method: "POST",
    body,
    headers: { Cookie: cookie, "Content-Type": "application/x-www-form-urlencoded" },
  });
  const context = { nonce: "", requestId: "", clientAddress: `192.0.2.${visit}` };
  try {
    const answer = (await action({ request, params, context })) as Response | { init?: ResponseInit };
    return answer instanceof Response ? answer.status : (answer.init?.status ?? 200);
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
}

/** Fields of the forms that are measured, until one is refused. */
const sizes = [75, 300, 1200, 4800, 19_200, 76_800];
const factor = 4;
/** Steps that have nothing to do with the form: the database, the rest of the process. */
const noise = 30_000;

test("SECURITY 35: for every form, four times the fields are at most four times the work, and too many are refused", async () => {
  const counter = stepCounter();
  onTestFinished(counter.stop);
  let visit = 0;
  const seen: string[] = [];
  for (const { pattern, file } of files) {
    const { action } = (await modules[`/app/${file}`]?.()) ?? {};
    // A webhook's body is JSON, and nothing reads it before its signature is checked.
    if (!action || file === "routes/stripe.webhook.ts") continue;
    seen.push(pattern);
    cookie = await signIn();
    const readsForm = readFileSync(`app/${file}`, "utf8").includes("readForm") || /checkout\.tsx|cart/.test(file);
    for (const { shape, field } of shapes) {
      let [before, status] = [Number.POSITIVE_INFINITY, 0];
      for (const fields of sizes) {
        if (status === 413) break;
        const body = Array.from({ length: fields }, (_, index) => field(index)).join("&");
        visit += 1;
        const steps = await counter.count(async () => {
          status = await send({ pattern, action }, body, visit);
        });
        expect(status, `${pattern} with ${fields} fields`).toBeLessThan(500);
        expect(steps, `${pattern}: ${fields} fields, ${shape}`).toBeLessThan(1.1 * factor * before + noise);
        before = steps;
      }
      // 405: this file has a form, but not at this address.
      if (readsForm && status !== 405) expect([pattern, shape, status]).toEqual([pattern, shape, 413]);
    }
  }
  expect(seen.length).toBeGreaterThan(20);
});
