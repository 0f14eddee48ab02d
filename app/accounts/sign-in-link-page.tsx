import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Container, PageHeader } from "~/ui/page";

type Props = {
  /** Who the link signs in; undefined if it was used or has expired. */
  email: string | undefined;
  /** Why signing in failed. */
  problem: string | undefined;
  askPath: string;
};

/** Landing page of the mailed link. Opening it changes nothing, because mail scanners open every link; the button
 *  signs in. */
export function SignInLinkPage({ email, problem, askPath }: Props) {
  if (email === undefined)
    return (
      <Container narrow>
        <PageHeader title="This link no longer works" />
        <Notice tone="problem" live className="mb-6">
          <p>It has been used, has expired, or was replaced by a newer one. We can e-mail you a new link.</p>
        </Notice>
        <ButtonLink to={askPath}>Get a new link</ButtonLink>
      </Container>
    );
  return (
    <Container narrow>
      <PageHeader title="Sign in">
        <p>
          As <strong className="font-semibold text-ink wrap-anywhere">{email}</strong>, in this browser.
        </p>
      </PageHeader>
      {problem ? (
        <Notice tone="problem" live className="mb-6">
          <p>{problem}</p>
        </Notice>
      ) : null}
      <Form method="post" className="space-y-4">
        <Button className="w-full sm:w-auto">Sign in</Button>
        <p className="max-w-prose text-sm text-muted">
          On a shared computer, sign out when you’re done. If you didn’t ask for this link, close this page and nothing
          will happen.
        </p>
      </Form>
    </Container>
  );
}
