import type { Letter } from "../render/letter";

export type SignInData = { shopName: string; url: string; minutes: number };

export function signInLetter({ shopName, url, minutes }: SignInData): Letter {
  return {
    subject: `Sign in to ${shopName}`,
    title: "Your sign-in link",
    parts: [
      {
        kind: "button",
        lead: `This link signs you in once. It expires in ${minutes} minutes.`,
        label: "Sign in",
        url,
      },
      {
        kind: "text",
        text: "If you didn’t ask for it, ignore this e-mail: no one can sign in without it. Never share the link. We’ll never ask you for it.",
      },
    ],
    reason: "You’re getting this because someone entered your e-mail address to sign in.",
  };
}
