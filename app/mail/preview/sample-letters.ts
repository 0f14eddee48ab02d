import { href } from "~/addresses/href";
import { cents } from "~/core/money";
import { accessLetter } from "../letters/access";
import { approvalEndingLetter } from "../letters/approval-ending";
import { continueCheckoutLetter } from "../letters/continue-checkout";
import { type LetterKind, letterNames } from "../letters/kinds";
import { latePaymentLetter } from "../letters/late-payment-refunded";
import { receiptLetter } from "../letters/receipt";
import { requestAnsweredLetter, requestReceivedLetter } from "../letters/refund-request";
import { refundedLetter } from "../letters/refunded";
import { shippedLetter } from "../letters/shipped";
import { signInLetter } from "../letters/sign-in";
import { staffAlertLetter } from "../letters/staff-alert";
import { testPassedLetter } from "../letters/test-passed";
import type { Letter } from "../render/letter";

const orderNumber = 1042;
const card = "Visa ending in 4242";
const address = ["Zoë Nakamura-Ødegård", "1180 Larch Street, Apt 4", "Duluth, MN 55802", "United States"];
const courses = ["IV Therapeutics"];

/** One letter of each kind, about fictional people and orders. */
export function sampleLetters(shop: { name: string; email: string }, origin: string): Record<LetterKind, Letter> {
  const shopName = shop.name;
  const orderUrl = origin + href("order", { order: "sample", signature: "signature" });
  const course = { enrollment: "sample", signature: "signature" };
  const courseUrl = origin + href("learning", course);
  const request = { orderNumber, courses, orderUrl };
  return {
    receipt: receiptLetter({
      ...{ shopName, orderNumber, isTaxed: true, paidOn: "2026-11-24", card, address, orderUrl },
      items: [
        {
          ...{ quantity: 1, title: "IV Therapeutics", formatName: "Book by mail", prices: "at $99.50" },
          ...{ explanation: "List $129.00, limited sale −$29.50", amount: "$99.50" },
        },
        {
          ...{ quantity: 2, title: "IV Therapeutics", formatName: "Book by mail", prices: "at $129.00" },
          amount: "$258.00",
        },
        {
          ...{ quantity: 3, title: "Managing Dose in Fluoroscopy", formatName: "eBook" },
          ...{ prices: "at $29.67 (2) and $29.66 (1)", amount: "$89.00" },
          explanation: "List $99.00 for 3, coupon TEN −$10.00",
        },
      ],
      rows: [
        { label: "Regular prices", amount: "$486.00" },
        { label: "IV Therapeutics for $99.50", amount: "−$29.50" },
        { label: "Coupon TEN: Ten dollars off", amount: "−$10.00" },
        { label: "Shipping", amount: "$5.95" },
        { label: "Sales tax", amount: "$38.12" },
        { label: "Total paid", amount: "$490.57" },
      ],
    }),
    "late-payment-refunded": latePaymentLetter({ shopName, totalCents: cents(10545), orderUrl }),
    access: accessLetter({
      ...{ shopName, shopEmail: shop.email, participant: "明日香 Tanaka", giver: "Zoë Nakamura-Ødegård", isGift: true },
      confirmUrl: origin + href("learningConfirm", course),
      giftMessage: "For the last credits of your biennium.\nSee you on Monday!",
      courses: [
        { title: "IV Therapeutics", formatName: "eBook", approvalEndsOn: "2027-10-31", url: courseUrl },
        {
          ...{ title: "CT Radiation Dose and Protection", formatName: "Test only" },
          ...{ approvalEndsOn: "2026-12-31", url: `${courseUrl}-2` },
        },
      ],
    }),
    shipped: shippedLetter({
      ...{ orderNumber, shippedOn: "2026-11-25", carrier: "USPS", trackingNumber: "9400 1000 0000 0000 0000 00" },
      ...{ address, isMoreToCome: true, orderUrl },
      items: [{ quantity: 2, title: "IV Therapeutics", formatName: "Book by mail" }],
    }),
    refunded: refundedLetter({
      ...{
        orderNumber,
        amountCents: cents(14163),
        itemsCents: cents(12900),
        shippingCents: cents(595),
        taxCents: cents(668),
        refundedOn: "2026-12-02",
        card,
      },
      units: [{ title: "IV Therapeutics", participant: "Kim Lee", amountCents: cents(12900) }],
      ...{ isAccessWithdrawn: true, orderUrl },
    }),
    "staff-alert": staffAlertLetter({
      what: "A payment of $105.45 came in that does not match its order.",
      order: { number: orderNumber, url: origin + href("staffOrder", { order: "sample" }) },
    }),
    "test-passed": testPassedLetter({
      ...{ participant: "Zoë Nakamura-Ødegård", courseTitle: "CT Radiation Dose and Protection" },
      ...{
        certificateNumber: "2026-7K3M-9QWX",
        referenceNumber: "LCI-0042001-01",
        approver: "Lakeshore Council for Imaging Education",
        category: "A",
      },
      ...{ credits: 650, completedOn: "2026-11-24", isDemo: true },
      disciplines: [
        { name: "Computed tomography", credits: 650 },
        { name: "Radiography", credits: 400 },
      ],
      certificateUrl: origin + href("learningCertificate", course),
      verificationUrl: origin + href("verifyCertificate", { code: "sample" }),
    }),
    "approval-ending": approvalEndingLetter({
      ...{ participant: "Zoë Nakamura-Ødegård", courseTitle: "Trauma and Mobile Radiography" },
      ...{ approvalEndsOn: "2026-12-24", daysLeft: 30, attemptsLeft: 2, isLast: false, courseUrl },
      optOutUrl: origin + href("learningReminders", course),
    }),
    "sign-in": signInLetter({ shopName, url: origin + href("accountSignInLink", { link: "sample" }), minutes: 15 }),
    "continue-checkout": continueCheckoutLetter({
      ...{ shopName, minutes: 15, url: origin + href("checkoutContinueLink", { link: "sample" }) },
    }),
    "refund-request-received": requestReceivedLetter({
      ...request,
      reason: "I ordered the book and the eBook by mistake.\nThe eBook is enough.",
    }),
    "refund-request-answered": requestAnsweredLetter({
      ...request,
      ...{ isGranted: true, answer: "Of course. Please send the book back within two weeks." },
    }),
  };
}

export const sampleKinds = Object.keys(letterNames) as LetterKind[];
