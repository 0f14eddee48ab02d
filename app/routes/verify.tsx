import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { href } from "~/addresses/href";
import { VerificationCode } from "~/certificates/verification";
import { VerificationForm } from "~/certificates/verification-view";
import { Container, PageHeader } from "~/ui/page";
import { pageTitle } from "~/ui/page-meta";

export async function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get("code");
  if (typed === null) return data({ typed: undefined, errors: undefined });
  const code = VerificationCode.safeParse(typed);
  if (code.success) return redirect(href("verifyCertificate", { code: code.data }), 303);
  const errors = code.error.issues.slice(0, 1).map(({ message }) => message);
  return data({ typed: typed.slice(0, 500), errors }, { status: 400 });
}

export const meta = pageTitle(
  "Verify a certificate",
  "Check with its code that a certificate of completion is genuine.",
);

export default function Verify() {
  const { typed, errors } = useLoaderData<typeof loader>();
  return (
    <Container narrow>
      <PageHeader title="Verify a certificate">
        <p>Each certificate carries a code of its own. With it, anybody can check whose it is and what it is for.</p>
      </PageHeader>
      <VerificationForm typed={typed} errors={errors} />
    </Container>
  );
}
