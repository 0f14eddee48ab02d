import { withoutLinks } from "~/core/typed-links";
import type { Letter } from "../render/letter";

type Request = {
  orderNumber: number;
  /** Titles of the requested courses. */
  courses: string[];
  orderUrl: string;
};

export type RequestReceivedData = Request & { reason: string };

export function requestReceivedLetter({ orderNumber, courses, reason, orderUrl }: RequestReceivedData): Letter {
  return {
    subject: `We received your refund request for order ${orderNumber}`,
    title: "We received your refund request",
    parts: [
      { kind: "text", text: `You asked for a refund of ${listed(courses)} from order ${orderNumber}.` },
      { kind: "quote", by: "You wrote", text: withoutLinks(reason) },
      {
        kind: "text",
        text: "A person will read it and reply by e-mail. Until then, nothing is refunded and your courses stay open.",
      },
      { kind: "button", label: "View your order", url: orderUrl },
    ],
    reason: "You’re getting this because you asked us for a refund.",
  };
}

export type RequestAnsweredData = Request & { isGranted: boolean; answer?: string };

export function requestAnsweredLetter(data: RequestAnsweredData): Letter {
  const { orderNumber, courses, isGranted, answer, orderUrl } = data;
  return {
    subject: `${isGranted ? "Approved" : "Declined"}: your refund request for order ${orderNumber}`,
    title: isGranted ? "Your refund is approved" : "Your refund request is declined",
    parts: [
      {
        kind: "text",
        text: isGranted
          ? `We’re refunding ${listed(courses)} from order ${orderNumber}. We’ll e-mail you again when the money is on its way.`
          : `We’re not refunding ${listed(courses)} from order ${orderNumber}. Your courses stay open as before.`,
      },
      ...(answer ? [{ kind: "quote" as const, by: "Our answer", text: answer }] : []),
      ...(isGranted
        ? []
        : [{ kind: "text" as const, text: "If you disagree, reply to this e-mail. A person will read it." }]),
      { kind: "button", label: "View your order", url: orderUrl },
    ],
    reason: "You’re getting this because you asked us for a refund.",
  };
}

const conjunction = new Intl.ListFormat("en-US");

/** "Doses", "Doses and Grids"; "everything" if no course is named. */
function listed(courses: string[]): string {
  return courses.length === 0 ? "everything" : conjunction.format(courses);
}
