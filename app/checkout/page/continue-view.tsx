import { getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { getZodConstraint } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { z } from "zod";
import { href } from "~/addresses/href";
import { Email } from "~/core/email";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary, problemsOf, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Container, PageHeader } from "~/ui/page";

export const ContinueForm = z.object({ email: Email });

type Props = { reply: SubmissionResult | undefined; isSent: boolean; minutes: number };

/** Asks for the address of a checkout that was started elsewhere. The answer is the same for every address. */
export function ContinuePage({ reply, isSent, minutes }: Props) {
  const [form, { email }] = useForm<{ email: string }>({
    lastResult: reply,
    constraint: getZodConstraint(ContinueForm),
  });
  return (
    <Container narrow>
      <PageHeader
        crumbs={[{ to: href("cart"), label: "Cart" }]}
        title={isSent ? "Check your e-mail" : "Continue a checkout"}
      >
        <p>
          {isSent
            ? `If a checkout with this address is waiting to be paid, we’ve e-mailed you a link. It works once, within ${minutes} minutes.`
            : "If you started a checkout on another device, we can e-mail you a link that continues it here. It replaces the cart in this browser."}
        </p>
      </PageHeader>
      <Form method="post" {...getFormProps(form)} className="max-w-md space-y-6">
        {isSent ? <h2 className="text-2xl">Try another address or get a new link</h2> : null}
        <ErrorSummary problems={problemsOf([{ errors: form.errors }, email])} />
        <TextField
          {...getInputProps(email, { type: "email" })}
          key={email.key}
          label="E-mail address"
          hint="The address you entered at that checkout."
          autoComplete="email"
          errors={email.errors}
        />
        <Button look={isSent ? "quiet" : "primary"} className="w-full sm:w-auto">
          E-mail me a link
        </Button>
      </Form>
    </Container>
  );
}

type LinkProps = { isOpen: boolean; problem: string | undefined };

/** Where the mailed link leads. Opening it changes nothing, because mail scanners open every link; the button continues. */
export function ContinueLinkPage({ isOpen, problem }: LinkProps) {
  if (!isOpen)
    return (
      <Container narrow>
        <PageHeader title="This link no longer works" />
        <Notice tone="problem" live className="mb-6">
          <p>
            It has been used, has expired, or was replaced by a newer one, or the checkout has ended. We can e-mail you
            a new link.
          </p>
        </Notice>
        <ButtonLink to={href("checkoutContinue")}>Get a new link</ButtonLink>
      </Container>
    );
  return (
    <Container narrow>
      <PageHeader title="Continue your checkout">
        <p>It replaces the cart in this browser. You’ll see what was ordered before you pay.</p>
      </PageHeader>
      {problem ? (
        <Notice tone="problem" live className="mb-6">
          <p>{problem}</p>
        </Notice>
      ) : null}
      <Form method="post" className="space-y-4">
        <Button className="w-full sm:w-auto">Continue checkout</Button>
        <p className="max-w-prose text-sm text-muted">
          If you didn’t ask for this link, close this page and nothing will happen.
        </p>
      </Form>
    </Container>
  );
}
