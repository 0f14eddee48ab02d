import type { Letter } from "../letter";

type Request = {
  orderNumber: number;
  /** Titles of the courses that it is about. */
  courses: string[];
  orderUrl: string;
};

export type RequestReceivedData = Request & { reason: string };

export function requestReceivedLetter({ orderNumber, courses, reason, orderUrl }: RequestReceivedData): Letter {
  return {
    subject: `We have your refund request for order ${orderNumber}`,
    title: "We have your refund request",
    parts: [
      { kind: "text", text: `It is about ${listed(courses)} of your order ${orderNumber}.` },
      { kind: "quote", by: "You wrote", text: reason },
      {
        kind: "text",
        text: "Somebody reads it and answers by e-mail. Nothing is refunded and nothing is closed before that.",
      },
      { kind: "button", label: "Open your order", url: orderUrl },
    ],
    reason: "You get this because you asked us for a refund.",
  };
}

export type RequestAnsweredData = Request & { isGranted: boolean; answer?: string };

export function requestAnsweredLetter(data: RequestAnsweredData): Letter {
  const { orderNumber, courses, isGranted, answer, orderUrl } = data;
  return {
    subject: `${isGranted ? "Granted" : "Declined"}: your refund request for order ${orderNumber}`,
    title: isGranted ? "Your refund is granted" : "Your refund request is declined",
    parts: [
      {
        kind: "text",
        text: isGranted
          ? `We refund ${listed(courses)} of your order ${orderNumber}. Another letter follows as soon as the money is on its way.`
          : `We do not refund ${listed(courses)} of your order ${orderNumber}. Everything stays open to you as before.`,
      },
      ...(answer ? [{ kind: "quote" as const, by: "Our answer", text: answer }] : []),
      ...(isGranted
        ? []
        : [{ kind: "text" as const, text: "If you see it otherwise, reply to this letter; a person reads it." }]),
      { kind: "button", label: "Open your order", url: orderUrl },
    ],
    reason: "You get this because you asked us for a refund.",
  };
}

const conjunction = new Intl.ListFormat("en-US");

/** "Doses", "Doses and Grids"; "everything" where no course is named. */
function listed(courses: string[]): string {
  return courses.length === 0 ? "everything" : conjunction.format(courses);
}
