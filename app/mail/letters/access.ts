import { type Day, formatDay } from "~/core/dates";
import type { Letter } from "../letter";

export type AccessData = {
  shopName: string;
  participant: string;
  /** Who bought the courses. */
  giver: string;
  isGift: boolean;
  giftMessage?: string;
  courses: { title: string; formatName: string; approvalEndsOn: Day; url: string }[];
};

/** To somebody other than the buyer: what was bought for them and the way in. */
export function accessLetter({ shopName, participant, giver, isGift, giftMessage, courses }: AccessData): Letter {
  const what = courses.length === 1 ? "a course" : `${courses.length} courses`;
  return {
    subject: isGift ? `A gift from ${giver}` : `${giver} bought ${what} for you`,
    title: isGift ? `${giver} gives you ${what}` : `${giver} bought ${what} for you`,
    parts: [
      {
        kind: "text",
        text: `${participant}, here is your way in at ${shopName}. You need no account: read, take the post-test and get your certificate with the link of each course.`,
      },
      ...(giftMessage ? [{ kind: "quote" as const, by: `${giver} writes`, text: giftMessage }] : []),
      {
        kind: "links",
        rows: courses.map(({ title, formatName, approvalEndsOn, url }) => ({
          label: `Open ${title}`,
          notes: [formatName, `Pass the post-test by ${formatDay(approvalEndsOn)}; its approval ends then.`],
          url,
        })),
      },
      {
        kind: "text",
        text: "Keep these links for yourself: whoever has one can take the test in your name. If your name is not written as it should stand on the certificate, you can change it there before you pass.",
      },
    ],
    reason: `You get this because ${giver} named you and your e-mail address when ordering.`,
  };
}
