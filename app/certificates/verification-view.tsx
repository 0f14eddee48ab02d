import { Form, Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatCreditCount } from "~/core/credits";
import { formatDay } from "~/core/dates";
import { Button } from "~/ui/button";
import { ErrorSummary, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import type { Verification } from "./verification";

export function VerificationForm({ typed, errors }: { typed?: string; errors?: string[] }) {
  return (
    <Form method="get" action={href("verify")} className="max-w-lg space-y-5" noValidate>
      <ErrorSummary problems={(errors ?? []).map((message) => ({ id: "code", message }))} />
      <TextField
        id="code"
        name="code"
        label="Verification code"
        hint="22 characters, case-sensitive. You can also paste the web address printed on the certificate."
        errors={errors}
        defaultValue={typed}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <Button>Verify</Button>
    </Form>
  );
}

export function VerifiedCertificate({ certificate }: { certificate: Verification }) {
  const facts = [
    { name: "Name", value: certificate.participant },
    { name: "Course", value: certificate.courseTitle },
    { name: "Completed on", value: formatDay(certificate.completedOn) },
    { name: "Credits", value: `${formatCreditCount(certificate.credits)}, Category ${certificate.category}` },
  ];
  return (
    <div className="space-y-8">
      {certificate.status === "valid" ? (
        <Notice tone="done">
          <p className="font-semibold">This certificate is valid.</p>
          <p className="mt-1">Compare these details with the printed certificate.</p>
        </Notice>
      ) : (
        <Notice tone="problem">
          <p className="font-semibold">This is a demonstration certificate. It isn’t valid.</p>
          <p className="mt-1">It comes from a demo shop, where no money moves and no credit is earned.</p>
        </Notice>
      )}
      <dl className="divide-y divide-line border-y border-line">
        {facts.map(({ name, value }) => (
          <div key={name} className="grid gap-x-6 py-3 sm:grid-cols-[10rem_1fr]">
            <dt className="text-muted">{name}</dt>
            <dd dir="auto" className="tabular font-semibold [overflow-wrap:anywhere]">
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Link to={href("verify")} className="underline">
          Verify another certificate
        </Link>
      </p>
    </div>
  );
}

export function UnknownCode() {
  return (
    <div className="space-y-8">
      <Notice tone="problem">
        <p className="font-semibold">No certificate has this code.</p>
        <p className="mt-1">
          Check each character, including upper and lower case. If the code is right, we didn’t issue this certificate.
        </p>
      </Notice>
      <VerificationForm />
    </div>
  );
}

export function TooManyCodes({ seconds }: { seconds: number }) {
  return (
    <Notice tone="problem">
      <p className="font-semibold">You’ve tried too many codes.</p>
      <p className="mt-1">
        Wait {seconds} {seconds === 1 ? "second" : "seconds"}, then reload this page.
      </p>
    </Notice>
  );
}
