import { getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { ErrorSummary, problemsOf, TextField } from "~/ui/field";
import { Container, PageHeader } from "~/ui/page";

export function SignInPage({ reply }: { reply: SubmissionResult | undefined }) {
  const [form, fields] = useForm<{ email: string; password: string }>({ lastResult: reply });
  return (
    <Container narrow>
      <PageHeader title="Staff sign-in">
        <p>For shop staff. You don’t need an account to buy or take a course.</p>
      </PageHeader>
      <Form method="post" {...getFormProps(form)} className="max-w-md space-y-6">
        <ErrorSummary problems={problemsOf([{ errors: form.errors }, fields.email, fields.password])} />
        <TextField
          {...getInputProps(fields.email, { type: "email" })}
          key={fields.email.key}
          label="E-mail address"
          autoComplete="username"
          errors={fields.email.errors}
        />
        <TextField
          {...getInputProps(fields.password, { type: "password" })}
          key={fields.password.key}
          label="Password"
          autoComplete="current-password"
          errors={fields.password.errors}
        />
        <Button className="w-full sm:w-auto">Sign in</Button>
      </Form>
    </Container>
  );
}
