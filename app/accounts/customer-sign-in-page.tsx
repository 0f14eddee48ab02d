import { getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { getZodConstraint } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { ErrorSummary, problemsOf, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Container, PageHeader } from "~/ui/page";
import { AskForLinkForm } from "./ask-for-link-form";

type Props = { reply: SubmissionResult | undefined; done: "sent" | "signed-out" | undefined; minutes: number };

/** Asks for the address that the link goes to. What it says then is the same for every address (SECURITY 6.3.8). */
export function CustomerSignInPage({ reply, done, minutes }: Props) {
  const [form, { email }] = useForm<{ email: string }>({
    lastResult: reply,
    constraint: getZodConstraint(AskForLinkForm),
  });
  return (
    <Container narrow>
      <PageHeader title={done === "sent" ? "Look into your mail" : "Sign in"}>
        {done === "sent" ? null : (
          <p>
            See all your courses, certificates, orders and receipts. There is no password: we mail you a link that signs
            you in.
          </p>
        )}
      </PageHeader>
      {done && !reply ? (
        <Notice tone="done" live className="mb-8">
          {done === "sent" ? <Sent minutes={minutes} /> : <p>You are signed out.</p>}
        </Notice>
      ) : null}
      <Form method="post" {...getFormProps(form)} className="max-w-md space-y-6">
        {done === "sent" ? <h2 className="text-2xl">Another address, or a new link</h2> : null}
        <ErrorSummary problems={problemsOf([{ errors: form.errors }, email])} />
        <TextField
          {...getInputProps(email, { type: "email" })}
          key={email.key}
          label="E-mail address"
          hint="The one that you order with, or for which a course was bought."
          autoComplete="email"
          errors={email.errors}
        />
        <Button look={done === "sent" ? "quiet" : "primary"} className="w-full sm:w-auto">
          Mail me a link
        </Button>
      </Form>
      <p className="mt-10 max-w-prose text-sm text-muted">
        You never have to sign in: the links in your receipts open the same pages.
      </p>
    </Container>
  );
}

function Sent({ minutes }: { minutes: number }) {
  return (
    <>
      <p>
        <strong>We have mailed you a link.</strong> It works once, within {minutes} minutes. Open it on the device on
        which you want to be signed in.
      </p>
      <p className="mt-2">
        Nothing there after a few minutes? Look among the junk mail, and check how the address is written. The newest
        link is the one that works.
      </p>
    </>
  );
}
