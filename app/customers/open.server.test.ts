import { afterEach, expect, test, vi } from "vitest";
import { openCustomerSession } from "~/accounts/customer-session.server";
import { accountTwins, type MailedName, mailedOrOwn } from "~/addresses/mailed";
import { customerKeyOf } from "~/core/email";
import { confirmationPath } from "~/learning/enrollment/links.server";
import { nameParticipant } from "~/learning/participant/name.server";
import { db } from "~/platform/db/client.server";
import { withRequest } from "~/platform/log.server";
import { newSecret, signatureOf } from "~/platform/secrets.server";
import { buy } from "../../tests/support/orders/bought-course";
import { learningLink, orderLink } from "../../tests/support/orders/links";
import { openConfirmation, openEnrollment, openOrder } from "./open.server";

afterEach(() => void vi.useRealTimers());

const origin = "http://localhost:3000";
const newEmail = () => `${newSecret().toLowerCase()}@example.com`;

async function cookieOf(email: string): Promise<string> {
  const customer = await db().customer.create({
    data: { customerKey: customerKeyOf(email), email, createdAt: new Date() },
  });
  const header = await openCustomerSession(db(), customer.id, new Date());
  return header.slice(0, header.indexOf(";"));
}

/** A visit as a route gets it: its parameters are those of an order's or an enrollment's address. */
function visit(path: string, { cookie = "" } = {}) {
  const parts = path.split(/[/?]/).map(decodeURIComponent);
  const [, place, third, id, token] = parts;
  const params =
    place === "account"
      ? { [third === "orders" ? "order" : "enrollment"]: id }
      : { [place === "orders" ? "order" : "enrollment"]: third, signature: id ?? token };
  return { request: new Request(origin + path, { headers: { Cookie: cookie } }), params };
}

/** Where a guard leads, or the status it throws. */
async function outcomeOf(opened: Promise<unknown>): Promise<unknown> {
  const thrown = await opened.then(
    () => undefined,
    (error: Response) => error,
  );
  return thrown && (thrown.headers.get("Location") ?? thrown.status);
}

const refusals = (subject: string) => db().auditEntry.findMany({ where: { subject } });

test("SECURITY 45: a mailed link opens its order; its courses’ links end when it does", async () => {
  const { orderId, first } = await buy([{ quantity: 1 }]);
  const { pages, linkEndsAt, coursePages } = await openOrder(visit((await orderLink(orderId)).order()));
  const unit = await db().enrollment.findUniqueOrThrow({ where: { id: first } });
  const course = coursePages(unit).pages.overview();
  expect(await openEnrollment(visit(course))).toMatchObject({ enrollmentId: first, canLearn: true, isAccount: false });
  expect(pages.receipt()).toMatch(new RegExp(`^/orders/${orderId}/[\\w.-]+/receipt.pdf$`));
  vi.useFakeTimers({ now: linkEndsAt, toFake: ["Date"] });
  expect(await outcomeOf(openEnrollment(visit(course)))).toMatch(/^\/account\/sign-in\?done=link-expired/);
});

test.each(Object.keys(accountTwins) as MailedName[])(
  "SECURITY 45: an expired, revoked or old link to %s leads to the sign-in, and on to its page in the account",
  async (name) => {
    const { orderId, first } = await buy([{ quantity: 1 }]);
    const isOrder = name.startsWith("order");
    const id: Record<string, string | number> = isOrder ? { order: orderId } : { enrollment: first, number: 1 };
    const open = (token: string) => {
      const visited = visit(mailedOrOwn(name, id, token));
      return outcomeOf(
        isOrder ? openOrder(visited) : openEnrollment({ ...visited, params: { ...visited.params, number: "1" } }),
      );
    };
    const pages = isOrder ? (await orderLink(orderId)).order() : (await learningLink(first)).overview();
    const token = pages.split("/")[3] ?? "";
    expect(await open(token)).toBeUndefined();
    const signIn = `/account/sign-in?${new URLSearchParams({ done: "link-expired", to: mailedOrOwn(name, id) })}`;
    expect(await open(signatureOf(isOrder ? "order" : "learning", isOrder ? orderId : first))).toBe(signIn);
    vi.useFakeTimers({ now: new Date(Date.now() + 181 * 86_400_000), toFake: ["Date"] });
    expect(await open(token)).toBe(signIn);
    vi.useRealTimers();
    const linkVersion = { increment: 1 };
    if (isOrder) await db().order.update({ where: { id: orderId }, data: { linkVersion } });
    else await db().enrollment.update({ where: { id: first }, data: { linkVersion } });
    expect(await open(token)).toBe(signIn);
    expect(await refusals(isOrder ? `order:${orderId}` : `enrollment:${first}`)).toEqual([]);
  },
);

test("SCENARIO 23: a forged link, one for something else and one with a NUL are a 404, and audited", async () => {
  const [one, other] = [await buy([{ quantity: 1 }]), await buy([{ quantity: 1 }])];
  const [token, course] = [(await orderLink(one.orderId)).order(), (await learningLink(one.first)).overview()];
  const forged = [
    [openOrder, token.replace(one.orderId, other.orderId), `order:${other.orderId}`],
    [openOrder, token.replace(/.$/, (last) => (last === "A" ? "B" : "A")), `order:${one.orderId}`],
    [openOrder, "/orders/nothing/x", "order:nothing"],
    [openOrder, "/orders/odd%00one/x", "order:odd\ufffdone"],
    [openEnrollment, course.replace(one.first, other.first), `enrollment:${other.first}`],
    [openEnrollment, token.replace("orders", "learning").replace(one.orderId, one.first), `enrollment:${one.first}`],
  ] as const;
  for (const [open, path, subject] of forged) {
    expect(
      await withRequest({ requestId: "request-1", clientAddress: newSecret() }, () => outcomeOf(open(visit(path)))),
      path,
    ).toBe(404);
    expect(await refusals(subject), path).toMatchObject([{ actor: "visitor", requestId: "request-1" }]);
  }
});

test("SECURITY 26: a flood of guesses is refused but doesn't fill the audit", async () => {
  const flooder = { requestId: "flood", clientAddress: "192.0.2.2" };
  for (let guess = 0; guess < 40; guess++)
    expect(await withRequest(flooder, () => outcomeOf(openEnrollment(visit(`/learning/guess-${guess}/x`))))).toBe(404);
  expect(await db().auditEntry.count({ where: { subject: { startsWith: "enrollment:guess-" } } })).toBe(30);
});

test("EDUCATION 15: only the link in the learner’s letter, or their account, opens the page to confirm", async () => {
  const [buyer, learner] = [newEmail(), newEmail()];
  const { orderId, second } = await buy([{ quantity: 2 }], { name: "Ada", email: buyer });
  await nameParticipant(second, { name: "Bo", email: learner });
  const unit = await db().enrollment.findUniqueOrThrow({ where: { id: second } });
  const open = (path: string, cookie = "") => openConfirmation(visit(path, { cookie }));
  expect(await open(confirmationPath(unit))).toMatchObject({ enrollmentId: second });
  // What the browser of the buyer has after payment, and what the buyer's account has.
  const { coursePages } = await openOrder(visit((await orderLink(orderId)).order()));
  expect(await outcomeOf(open(`${coursePages(unit).pages.overview()}/confirm`))).toBe(404);
  const own = `/account/courses/${second}/confirm`;
  expect(await outcomeOf(open(own, await cookieOf(buyer)))).toBe(404);
  expect(await open(own, await cookieOf(learner))).toMatchObject({ enrollmentId: second });
  await nameParticipant(second, { name: "Kim", email: newEmail() });
  expect(await outcomeOf(open(confirmationPath(unit)))).toMatch(/^\/account\/sign-in/);
});

test("SECURITY 8.2.2, 46: in the account the owner opens order and courses, at addresses that open nothing without a session", async () => {
  const email = newEmail();
  const { orderId, first } = await buy([{ quantity: 1 }], { name: "Ada", email });
  const cookie = await cookieOf(email);
  const order = await openOrder(visit(`/account/orders/${orderId}`, { cookie }));
  const course = await openEnrollment(visit(`/account/courses/${first}`, { cookie }));
  expect(course).toMatchObject({ enrollmentId: first, canLearn: true, isAccount: true });
  const unit = await db().enrollment.findUniqueOrThrow({ where: { id: first } });
  const paths = [
    ...Object.values(order.pages),
    ...Object.values(order.coursePages(unit).pages),
    ...Object.values(course.pages),
  ];
  for (const path of paths) {
    const written = path(1 as never);
    expect(written).toMatch(new RegExp(`^/account/(orders/${orderId}|courses/${first})(/|$)`));
  }
  const stranger = await cookieOf(newEmail());
  expect(await outcomeOf(openOrder(visit(`/account/orders/${orderId}`, { cookie: stranger })))).toBe(404);
  expect(await outcomeOf(openEnrollment(visit(`/account/courses/${first}`, { cookie: stranger })))).toBe(404);
  expect(await refusals(`order:${orderId}`)).toMatchObject([{ action: "account.refused" }]);
  expect(await outcomeOf(openOrder(visit(`/account/orders/${orderId}`)))).toBe(
    `/account/sign-in?${new URLSearchParams({ to: `/account/orders/${orderId}` })}`,
  );
});

test("SECURITY 8.2.2: a buyer learns in a course that has no learner, and only sees and names the learner of another", async () => {
  const [buyer, learner] = [newEmail(), newEmail()];
  const { orderId, second } = await buy([{ quantity: 2 }], { name: "Ada", email: buyer });
  const cookie = await cookieOf(buyer);
  const open = (who = {}) => openEnrollment(visit(`/account/courses/${second}`, { cookie }), who);
  expect(await open()).toMatchObject({ canLearn: true });
  await db().enrollment.update({
    where: { id: second },
    data: { participantName: "Bo", participantEmail: learner, participantKey: learner },
  });
  expect(await outcomeOf(open())).toBe(404);
  expect(await open({ orBuyer: true })).toMatchObject({ canLearn: false });
  const unit = await db().enrollment.findUniqueOrThrow({ where: { id: second } });
  const { coursePages } = await openOrder(visit(`/account/orders/${orderId}`, { cookie }));
  expect(coursePages(unit).canLearn).toBe(false);
  const own = visit(`/account/courses/${second}`, { cookie: await cookieOf(learner) });
  expect(await openEnrollment(own)).toMatchObject({ canLearn: true });
});
