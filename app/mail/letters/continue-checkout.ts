import type { Letter } from "../render/letter";

export type ContinueCheckoutData = { shopName: string; url: string; minutes: number };

/** To the address of an unpaid checkout. It names nothing of it: whoever typed the address may be somebody else. */
export function continueCheckoutLetter({ shopName, url, minutes }: ContinueCheckoutData): Letter {
  return {
    subject: `Continue your checkout at ${shopName}`,
    title: "Continue your checkout",
    parts: [
      {
        kind: "button",
        lead: `This link moves the checkout that was started with your e-mail address to the device where you open it. It works once and expires in ${minutes} minutes.`,
        label: "Continue checkout",
        url,
      },
      {
        kind: "text",
        text: "If you didn’t start a checkout, ignore this e-mail: nothing was charged, and nothing will be. Never share the link.",
      },
    ],
    reason: "You’re getting this because someone entered your e-mail address to continue a checkout.",
  };
}
