import { getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { getZodConstraint } from "@conform-to/zod/v4";
import { Form } from "@remix-run/react";
import { linkDays } from "~/addresses/mailed";
import { assertNever } from "~/core/result";
import { Button } from "~/ui/button";
import { ErrorSummary, problemsOf, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Container, PageHeader } from "~/ui/page";
import { SignInLinkForm } from "./sign-in-link-form";

/** What led here, as the URL's `done` says it. */
export const signInReasons = ["sent", "signed-out", "erased", "link-expired", "learner-changed"] as const;
type Reason = (typeof signInReasons)[number];

type Props = { reply: SubmissionResult | undefined; done: Reason | undefined; minutes: number };

const titles: Partial<Record<Reason, string>> = {
  sent: "Check your e-mail",
  "link-expired": "This link has expired",
};

/** Asks for the address to send the link to. The answer is the same for every address (SECURITY 6.3.8). */
export function CustomerSignInPage({ reply, done, minutes }: Props) {
  const [form, { email }] = useForm<{ email: string }>({
    lastResult: reply,
    constraint: getZodConstraint(SignInLinkForm),
  });
  return (
    <Container narrow>
      <PageHeader title={(done && titles[done]) ?? "Sign in"}>
        {done === "sent" ? null : <p>{leadOf(done)}</p>}
      </PageHeader>
      {done && done !== "link-expired" && !reply ? (
        <Notice tone="done" live className="mb-8">
          <Done done={done} minutes={minutes} />
        </Notice>
      ) : null}
      <Form method="post" {...getFormProps(form)} className="max-w-md space-y-6">
        {done === "sent" ? <h2 className="text-2xl">Try another address or get a new link</h2> : null}
        <ErrorSummary problems={problemsOf([{ errors: form.errors }, email])} />
        <TextField
          {...getInputProps(email, { type: "email" })}
          key={email.key}
          label="E-mail address"
          hint="The address you order with, or the one a course was bought for."
          autoComplete="email"
          errors={email.errors}
        />
        <Button look={done === "sent" ? "quiet" : "primary"} className="w-full sm:w-auto">
          E-mail me a link
        </Button>
      </Form>
      <p className="mt-10 max-w-prose text-sm text-muted">
        You don’t have to sign in while the links in your e-mails work: {linkDays.order} days for an order,{" "}
        {linkDays.learning} days for a course.
      </p>
    </Container>
  );
}

function leadOf(done: Reason | undefined): string {
  return done === "link-expired"
    ? "Sign in with your e-mail address to open the same page. There’s no password: we’ll e-mail you a sign-in link."
    : "See all your courses, certificates, orders, and receipts. There’s no password: we’ll e-mail you a sign-in link.";
}

function Done({ done, minutes }: { done: Exclude<Reason, "link-expired">; minutes: number }) {
  switch (done) {
    case "sent":
      return <Sent minutes={minutes} />;
    case "erased":
      return <p>Your data is being erased, and you’re signed out. If there is much, it takes some minutes.</p>;
    case "signed-out":
      return <p>You’ve signed out.</p>;
    case "learner-changed":
      return (
        <p>
          Learner changed. Links sent before no longer open this course; we’ve e-mailed a new one to the new learner.
        </p>
      );
    default:
      return assertNever(done);
  }
}

function Sent({ minutes }: { minutes: number }) {
  return (
    <>
      <p>
        <strong>We’ve e-mailed you a link.</strong> It works once, within {minutes} minutes. Open it on the device you
        want to sign in on.
      </p>
      <p className="mt-2">
        Nothing after a few minutes? Check your spam folder and the spelling of your address. Only the newest link
        works.
      </p>
    </>
  );
}
