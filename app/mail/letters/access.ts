import { linkDays } from "~/addresses/mailed";
import { type Day, formatDay } from "~/core/dates";
import { withoutLinks } from "~/core/typed-links";
import type { Letter, Part } from "../render/letter";

export type AccessData = {
  shopName: string;
  /** Where to report a buyer's message. */
  shopEmail: string;
  participant: string;
  /** Who bought the courses. */
  giver: string;
  isGift: boolean;
  giftMessage?: string;
  /** Where the learner confirms before the test; undefined if there is nothing to confirm. */
  confirmUrl?: string;
  courses: { title: string; formatName: string; approvalEndsOn: Day; url: string }[];
};

/** To a learner other than the buyer: their courses and links. What the buyer typed is not in the subject and links nowhere. */
export function accessLetter({ shopName, shopEmail, isGift, confirmUrl, courses, ...typed }: AccessData): Letter {
  const [participant, giver] = [withoutLinks(typed.participant), withoutLinks(typed.giver)];
  const what = courses.length === 1 ? "a course" : `${courses.length} courses`;
  return {
    subject: isGift ? `A gift for you at ${shopName}` : `Your courses at ${shopName}`,
    title: isGift ? `${giver} sent you ${what}` : `${giver} bought ${what} for you`,
    parts: [
      {
        kind: "text",
        text: `${participant}, your courses at ${shopName} are ready. You don’t need an account: each course’s link lets you read, take the post-test, and get your certificate.`,
      },
      ...(typed.giftMessage ? messageParts(giver, typed.giftMessage, { shopName, shopEmail }) : []),
      ...(confirmUrl
        ? [
            {
              kind: "button" as const,
              lead: `Is this you? Before the post-test, confirm that the certificate may carry the name ${participant}. You can read the course right away.`,
              label: "Confirm your name",
              url: confirmUrl,
            },
          ]
        : []),
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
        text: `Keep these links private: anyone who has one can take the test in your name. They work for ${linkDays.learning} days; after that, sign in with your e-mail address. If your name isn’t spelled the way you want it on the certificate, correct it there first.`,
      },
    ],
    reason: `You’re getting this because ${giver} entered your name and e-mail address when ordering.`,
  };
}

/** The buyer's message, marked as theirs, and how to report it. */
function messageParts(
  giver: string,
  message: string,
  { shopName, shopEmail }: Pick<AccessData, "shopName" | "shopEmail">,
): Part[] {
  return [
    { kind: "quote", by: `Written by the buyer, ${giver}`, text: withoutLinks(message) },
    {
      kind: "text",
      text: `${shopName} didn’t write this message, and links in it don’t work. To report it, forward this e-mail to ${shopEmail}.`,
    },
  ];
}
