import { getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { getZodConstraint } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { z } from "zod";
import { href } from "~/addresses/href";
import { Email } from "~/core/email";
import { Button } from "~/ui/button";
import { ErrorSummary, problemsOf, TextField } from "~/ui/field";
import { EndedLinkPage, MailedLinkPage } from "~/ui/mailed-link-page";
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

/** Landing page of the mailed link. */
export function ContinueLinkPage({ isOpen, problem }: LinkProps) {
  if (!isOpen)
    return (
      <EndedLinkPage
        why="It has been used, has expired, or was replaced by a newer one, or the checkout has ended."
        askPath={href("checkoutContinue")}
      />
    );
  return (
    <MailedLinkPage title="Continue your checkout" problem={problem} button="Continue checkout">
      It replaces the cart in this browser. You’ll see what was ordered before you pay.
    </MailedLinkPage>
  );
}
