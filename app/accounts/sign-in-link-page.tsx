import { EndedLinkPage, MailedLinkPage } from "~/ui/mailed-link-page";

type Props = {
  /** Who the link signs in; undefined if it was used or has expired. */
  email: string | undefined;
  /** Why signing in failed. */
  problem: string | undefined;
  askPath: string;
};

/** Landing page of the mailed sign-in link. */
export function SignInLinkPage({ email, problem, askPath }: Props) {
  if (email === undefined)
    return <EndedLinkPage why="It has been used, has expired, or was replaced by a newer one." askPath={askPath} />;
  return (
    <MailedLinkPage
      title="Sign in"
      problem={problem}
      button="Sign in"
      remark="On a shared computer, sign out when you’re done."
    >
      As <strong className="font-semibold text-ink wrap-anywhere">{email}</strong>, in this browser.
    </MailedLinkPage>
  );
}
