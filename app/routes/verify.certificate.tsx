import { type HeadersFunction, json, type LoaderFunctionArgs } from "@remix-run/node";
import { href } from "~/addresses/href";
import { verifyCertificate } from "~/certificates/verification.server";
import { TooManyCodes, UnknownCode, VerifiedCertificate } from "~/certificates/verification-view";
import { Container, PageHeader } from "~/ui/page";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const answer = await verifyCertificate(params.code ?? "", context.clientAddress);
  const headers = answer.kind === "wait" ? { "Retry-After": String(answer.seconds) } : undefined;
  const status = { found: 200, unknown: 404, wait: 429 }[answer.kind];
  return json(answer, { status, headers });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta = pageTitle("Certificate verification");

export default function VerifyCertificate() {
  const answer = useLoaderData<typeof loader>();
  return (
    <Container narrow>
      <PageHeader crumbs={[{ to: href("verify"), label: "Verify a certificate" }]} title="Certificate verification" />
      {answer.kind === "found" ? <VerifiedCertificate certificate={answer.certificate} /> : null}
      {answer.kind === "unknown" ? <UnknownCode /> : null}
      {answer.kind === "wait" ? <TooManyCodes seconds={answer.seconds} /> : null}
    </Container>
  );
}
