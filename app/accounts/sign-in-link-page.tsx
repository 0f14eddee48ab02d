import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Container, PageHeader } from "~/ui/page";

type Props = {
  /** Whom the link signs in; missing where it was used or is over. */
  email: string | undefined;
  /** Why the button was refused. */
  problem: string | undefined;
  askPath: string;
};

/** Where the mailed link leads. Opening it changes nothing, since mail scanners open every link; the button signs in. */
export function SignInLinkPage({ email, problem, askPath }: Props) {
  if (email === undefined)
    return (
      <Container narrow>
        <PageHeader title="This link no longer works" />
        <Notice tone="problem" live className="mb-6">
          <p>It was used already, its time is over, or a newer one was mailed. Nothing is lost: ask for a new one.</p>
        </Notice>
        <ButtonLink to={askPath}>Mail me a new link</ButtonLink>
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
          On a shared computer, sign out when you are done. Not you, or did you not ask for this? Close this page;
          nothing happens.
        </p>
      </Form>
    </Container>
  );
}
