import { json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { href } from "~/addresses/href";
import { VerificationCode } from "~/certificates/verification";
import { VerificationForm } from "~/certificates/verification-view";
import { Container, PageHeader } from "~/ui/page";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export async function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get("code");
  if (typed === null) return json({ typed: undefined, errors: undefined });
  const code = VerificationCode.safeParse(typed);
  if (code.success) return redirect(href("verifyCertificate", { code: code.data }), 303);
  const errors = code.error.issues.slice(0, 1).map(({ message }) => message);
  return json({ typed: typed.slice(0, 500), errors }, { status: 400 });
}

export const meta = pageTitle(
  "Verify a certificate",
  "Use its code to confirm that a certificate of completion is genuine.",
);

export default function Verify() {
  const { typed, errors } = useLoaderData<typeof loader>();
  return (
    <Container narrow>
      <PageHeader title="Verify a certificate">
        <p>Each certificate has its own code. Anyone with the code can check whose it is and what it’s for.</p>
      </PageHeader>
      <VerificationForm typed={typed} errors={errors} />
    </Container>
  );
}
