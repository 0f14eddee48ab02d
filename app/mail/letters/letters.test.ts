import { expect, test } from "vitest";
import { cents } from "~/core/money";
import { composeLetter } from "../render/compose.server";
import type { Letter } from "../render/letter";
import { letterText } from "../render/text";
import { accessLetter } from "./access";
import { approvalEndingLetter } from "./approval-ending";
import { latePaymentLetter } from "./late-payment-refunded";
import { receiptLetter } from "./receipt";
import { requestAnsweredLetter, requestReceivedLetter } from "./refund-request";
import { refundedLetter } from "./refunded";
import { shippedLetter } from "./shipped";
import { signInLetter } from "./sign-in";
import { staffAlertLetter } from "./staff-alert";
import { testPassedLetter } from "./test-passed";

const shop = { name: "A shop", address: ["1 Road"], email: "help@shop.example", phone: "555" };
const text = (letter: Parameters<typeof letterText>[0]) => letterText(letter, shop);
const orderUrl = "https://shop.example/orders/a/b";

const receipt = {
  ...{ shopName: "A shop", orderNumber: 1001, paidOn: "2026-11-30", address: [], orderUrl, isTaxed: false },
  items: [
    {
      ...{ quantity: 1, title: "IV Therapeutics", formatName: "Book by mail", prices: "at $99.50", amount: "$99.50" },
      explanation: "List $129.00, limited sale −$29.50",
    },
  ],
  rows: [
    { label: "Shipping", amount: "$5.95" },
    { label: "Total paid", amount: "$105.45" },
  ],
};

test("a receipt: lines with price explanations, totals, tax, payment, address, and the order link", () => {
  const letter = receiptLetter({ ...receipt, card: "Visa ending in 4242", address: ["Ada Lim", "1 Lane"] });
  expect(letter.subject).toBe("Your order 1001");
  expect(text(letter)).toContain("Thank you for your order 1001");
  expect(text(letter)).toContain(
    "1 x IV Therapeutics (Book by mail) at $99.50: $99.50\n    List $129.00, limited sale −$29.50\n",
  );
  expect(text(letter)).toContain("Shipping: $5.95\nTotal paid: $105.45\n\nNo tax was charged.\n");
  expect(text(letter)).toContain(
    "Paid on: Nov 30, 2026\nPaid with: Visa ending in 4242\nMailed to:\n    Ada Lim\n    1 Lane\n",
  );
  expect(text(letter)).toContain(orderUrl);
});

test("a taxed receipt doesn't say no tax; a free order names no card, and an eBook no address", () => {
  expect(text(receiptLetter({ ...receipt, isTaxed: true }))).not.toContain("No tax");
  expect(text(receiptLetter(receipt))).not.toMatch(/Paid with|Mailed to/);
});

test("PRICING 6: the buyer gets a letter about a refunded late payment", () => {
  const letter = latePaymentLetter({ shopName: "A shop", totalCents: cents(10545), orderUrl });
  expect(text(letter)).toMatch(/\$105\.45 .* after your hold ended, and what you ordered has sold out/);
});

const access = {
  ...{ shopName: "A shop", shopEmail: "help@shop.example", participant: "Kim Lee", giver: "Ada Lim", isGift: false },
  courses: [
    { title: "Doses", formatName: "eBook", approvalEndsOn: "2027-01-31", url: "https://shop.example/learning/1" },
  ],
};

test("access: who bought what for the learner, the deadline, and the links", () => {
  const letter = accessLetter(access);
  expect(letter.subject).toBe("Your courses at A shop");
  expect(letter.title).toBe("Ada Lim bought a course for you");
  expect(text(letter)).toContain(
    "Go to Doses\n    eBook\n    Pass the post-test by Jan 31, 2027, when its approval ends.\nhttps://shop.example/learning/1",
  );
  expect(text(letter)).toContain("because Ada Lim entered your name");
});

test("a gift says so, with the giver's own words", () => {
  const letter = accessLetter({ ...access, isGift: true, giftMessage: "Happy birthday" });
  expect(letter.title).toBe("Ada Lim sent you a course");
  expect(text(letter)).toContain("Written by the buyer, Ada Lim:\n> Happy birthday");
  expect(text(letter)).toContain("A shop didn’t write this message");
  expect(text(letter)).toContain("To report it, forward this e-mail to help@shop.example.");
});

const parcel = {
  ...{
    orderNumber: 1001,
    shippedOn: "2026-11-30",
    carrier: "USPS",
    address: ["Ada Lim"],
    isMoreToCome: false,
    orderUrl,
  },
  items: [{ quantity: 2, title: "Doses", formatName: "Book by mail" }],
};

test("shipped: what is in the parcel and how to track it; a partial shipment says more will follow", () => {
  const whole = text(shippedLetter({ ...parcel, trackingNumber: "9400 1" }));
  expect(whole).toContain("2 x Doses (Book by mail)\n\nCarrier: USPS\nTracking number: 9400 1\nMailed to: Ada Lim");
  expect(whole).not.toContain("The rest");
  const part = text(shippedLetter({ ...parcel, isMoreToCome: true }));
  expect(part).toContain("The rest of your order will come");
  expect(part).not.toContain("Tracking");
});

const refund = {
  ...{
    orderNumber: 1001,
    amountCents: cents(13000),
    itemsCents: cents(12900),
    shippingCents: cents(100),
    taxCents: cents(0),
    refundedOn: "2026-11-30",
    orderUrl,
  },
  ...{ units: [{ title: "Doses", participant: "Kim Lee", amountCents: cents(12900) }], isAccessWithdrawn: false },
};

test("refunded: unit by unit, to which card, and whether access ended", () => {
  const kept = text(refundedLetter({ ...refund, card: "Visa ending in 4242" }));
  expect(kept).toContain("refunded $130.00 from order 1001 to your Visa ending in 4242 on Nov 30, 2026");
  expect(kept).toContain("Doses (Kim Lee): $129.00\nShipping: $1.00\nRefunded: $130.00\n");
  expect(kept).not.toContain("are now closed");
  const withdrawn = text(refundedLetter({ ...refund, isAccessWithdrawn: true }));
  expect(withdrawn).toContain("are now closed");
  expect(withdrawn).toContain("to your original payment method");
});

test("refunded: the rows add up if not every unit is listed; an unnumbered order is still named", () => {
  const nothingNamed = refundedLetter({ ...refund, orderNumber: null, units: [] });
  expect(nothingNamed.subject).toBe("We refunded $130.00 from your order");
  expect(text(nothingNamed)).toContain("Items: $129.00\nShipping: $1.00\nRefunded: $130.00\n");
  const more = text(refundedLetter({ ...refund, amountCents: cents(13500), itemsCents: cents(13400) }));
  expect(more).toContain("Doses (Kim Lee): $129.00\nItems: $5.00\nShipping: $1.00\nRefunded: $135.00\n");
});

test("a refund request is repeated in the buyer's words, and its answer in the shop's", () => {
  const request = { orderNumber: 1001, courses: ["Doses", "Grids"], orderUrl };
  const received = text(requestReceivedLetter({ ...request, reason: "Twice by mistake" }));
  expect(received).toContain("You asked for a refund of Doses and Grids from order 1001.");
  expect(received).toContain("You wrote:\n> Twice by mistake");
  const granted = requestAnsweredLetter({ ...request, isGranted: true });
  expect(granted.subject).toBe("Approved: your refund request for order 1001");
  const declined = text(requestAnsweredLetter({ ...request, courses: [], isGranted: false, answer: "Too late." }));
  expect(declined).toContain("We’re not refunding everything from order 1001.");
  expect(declined).toContain("Our answer:\n> Too late.");
});

test.each([
  { story: "an order", order: { number: 1001, url: "https://x.example" }, subject: "Order 1001 needs attention" },
  {
    story: "an order without a number",
    order: { number: null, url: "https://x.example" },
    subject: "Order without a number",
  },
  { story: "no order", order: undefined, subject: "The shop needs attention" },
])("an alert about $story has a matching subject", ({ order, subject }) => {
  const letter = staffAlertLetter({ what: "A refund failed.", order });
  expect(letter.subject).toContain(subject);
  expect(text(letter)).toContain("A refund failed.");
});

test("test passed: what the certificate is worth, where it is, and how to verify it", () => {
  const passed = {
    ...{ participant: "Kim Lee", courseTitle: "Doses", certificateNumber: "2026-1", referenceNumber: "R1" },
    ...{ approver: "Lakeshore Council", category: "A", credits: 650, completedOn: "2026-11-30", isDemo: false },
    disciplines: [{ name: "Computed tomography", credits: 650 }],
    ...{ certificateUrl: "https://shop.example/c", verificationUrl: "https://shop.example/v" },
  };
  const words = text(testPassedLetter(passed));
  expect(words).toContain("Credits: 6.5 credits, category A\nIn each discipline: Computed tomography: 6.5 credits\n");
  expect(words).toContain("Approved by: Lakeshore Council, reference number R1\nCertificate number: 2026-1\n");
  expect(words).toContain("https://shop.example/v");
  expect(words).not.toContain("demonstration");
  expect(text(testPassedLetter({ ...passed, isDemo: true }))).toContain("earns no credit");
});

test.each([
  { daysLeft: 30, isLast: false, when: "in 30 days", end: "once more" },
  { daysLeft: 7, isLast: true, when: "in 7 days", end: "the last reminder" },
  { daysLeft: 1, isLast: true, when: "tomorrow", end: "the last reminder" },
  { daysLeft: 0, isLast: true, when: "today", end: "the last reminder" },
])("EDUCATION 7: an approval that ends $when", ({ daysLeft, isLast, when, end }) => {
  const letter = approvalEndingLetter({
    ...{ participant: "Kim Lee", courseTitle: "Doses", approvalEndsOn: "2026-11-30", attemptsLeft: 1 },
    ...{ daysLeft, isLast, courseUrl: "https://shop.example/l", optOutUrl: "https://shop.example/l/reminders" },
  });
  expect(letter.subject).toBe(`Approval of Doses ends ${when}`);
  expect(text(letter)).toContain("You have one attempt left.");
  expect(text(letter)).toContain(end);
  expect(text(letter)).toContain("Stop reminders for this course: https://shop.example/l/reminders");
});

test("a sign-in link says how long it works and what to do if you didn't ask for it", () => {
  const words = text(signInLetter({ shopName: "A shop", url: "https://shop.example/in", minutes: 30 }));
  expect(words).toContain("signs you in once. It expires in 30 minutes.\nhttps://shop.example/in\n");
  expect(words).toContain("If you didn’t ask for it, ignore this e-mail");
});

test("EDUCATION 15: a learner who must confirm gets a link for that besides the course’s", () => {
  const confirmUrl = "https://shop.example/learning/1/t/confirm";
  expect(text(accessLetter({ ...access, confirmUrl }))).toMatch(
    /Is this you\? .* the name Kim Lee\..*\n.*\/t\/confirm/,
  );
  expect(text(accessLetter(access))).not.toContain("Is this you?");
});

const evil = "Win at https://evil.example/x or www.evil.example, evil.example";
const typedByBuyers: Record<string, Letter> = {
  access: accessLetter({ ...access, isGift: true, participant: evil, giver: evil, giftMessage: evil }),
  receipt: receiptLetter({ ...receipt, address: [evil] }),
  shipped: shippedLetter({ ...parcel, address: [evil] }),
  refunded: refundedLetter({
    ...refund,
    units: [{ title: "Doses", participant: evil, amountCents: cents(12900) }],
  }),
  "refund request": requestReceivedLetter({ orderNumber: 1001, courses: ["Doses"], orderUrl, reason: evil }),
  "approval ending": approvalEndingLetter({
    ...{ participant: evil, courseTitle: "Doses", approvalEndsOn: "2026-12-24", daysLeft: 30, attemptsLeft: 2 },
    ...{ isLast: false, courseUrl: orderUrl, optOutUrl: orderUrl },
  }),
  "test passed": testPassedLetter({
    ...{ participant: evil, courseTitle: "Doses", certificateNumber: "2026-1", referenceNumber: "R1" },
    ...{ approver: "Lakeshore Council", category: "A", credits: 650, completedOn: "2026-11-30", isDemo: false },
    ...{ disciplines: [], certificateUrl: orderUrl, verificationUrl: orderUrl },
  }),
};

test.each(Object.entries(typedByBuyers))(
  "SECURITY 66: nothing a buyer typed is a link in the letter %s, or in its subject",
  (_, letter) => {
    expect(letter.subject).not.toContain("evil");
    for (const body of [text(letter), composeLetter(letter, shop).html]) {
      expect(body).toContain("https: //evil. example/x");
      expect(body).not.toMatch(/evil\.\S|www\.(?!w3\.org)\S|href="[^"]*evil/);
    }
  },
);
