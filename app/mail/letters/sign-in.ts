import type { Letter } from "../letter";

export type SignInData = { shopName: string; url: string; minutes: number };

export function signInLetter({ shopName, url, minutes }: SignInData): Letter {
  return {
    subject: `Sign in to ${shopName}`,
    title: "Your sign-in link",
    parts: [
      {
        kind: "button",
        lead: `This link signs you in once, within ${minutes} minutes:`,
        label: "Sign in",
        url,
      },
      {
        kind: "text",
        text: "If you did not ask for it, do nothing: nobody gets in without this letter. Never pass the link on; we never ask for it.",
      },
    ],
    reason: "You get this because somebody entered your e-mail address to sign in.",
  };
}
