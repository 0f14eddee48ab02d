import { linkDays } from "~/addresses/mailed";
import { type Day, formatDay } from "~/core/dates";
import type { Letter } from "../render/letter";

export type AccessData = {
  shopName: string;
  participant: string;
  /** Who bought the courses. */
  giver: string;
  isGift: boolean;
  giftMessage?: string;
  courses: { title: string; formatName: string; approvalEndsOn: Day; url: string }[];
};

/** To a learner other than the buyer: their courses and links. */
export function accessLetter({ shopName, participant, giver, isGift, giftMessage, courses }: AccessData): Letter {
  const what = courses.length === 1 ? "a course" : `${courses.length} courses`;
  return {
    subject: isGift ? `A gift from ${giver}` : `${giver} bought ${what} for you`,
    title: isGift ? `${giver} sent you ${what}` : `${giver} bought ${what} for you`,
    parts: [
      {
        kind: "text",
        text: `${participant}, your courses at ${shopName} are ready. You don’t need an account: each course’s link lets you read, take the post-test, and get your certificate.`,
      },
      ...(giftMessage ? [{ kind: "quote" as const, by: `${giver} writes`, text: giftMessage }] : []),
      {
        kind: "links",
        rows: courses.map(({ title, formatName, approvalEndsOn, url }) => ({
          label: `Go to ${title}`,
          notes: [formatName, `Pass the post-test by ${formatDay(approvalEndsOn)}, when its approval ends.`],
          url,
        })),
      },
      {
        kind: "text",
        text: `Keep these links private: anyone who has one can take the test in your name. They work for ${linkDays.learning} days; after that, sign in with your e-mail address. If your name isn’t spelled the way you want it on the certificate, correct it there before you pass.`,
      },
    ],
    reason: `You’re getting this because ${giver} entered your name and e-mail address when ordering.`,
  };
}
