import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { CertificateView } from "~/certificates/certificate-view";
import { readCertificate } from "~/certificates/certificates.server";
import { openEnrollment } from "~/customers/open.server";
import { ButtonLink } from "~/ui/button";
import { Container } from "~/ui/page";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export async function loader(args: LoaderFunctionArgs) {
  const { enrollmentId, pages } = await openEnrollment(args);
  const { snapshot, demo, verificationCode } = await readCertificate(enrollmentId);
  return {
    snapshot,
    demo,
    overviewPath: pages.overview(),
    pdfPath: pages.certificatePdf(),
    a4Path: pages.certificatePdf({ paper: "a4" }),
    verifyPath: href("verifyCertificate", { code: verificationCode }),
  };
}

export const meta = pageTitle<typeof loader>((data) =>
  data ? `Certificate: ${data.snapshot.courseTitle}` : "Certificate",
);

export default function Certificate() {
  const { snapshot, demo, overviewPath, pdfPath, a4Path, verifyPath } = useLoaderData<typeof loader>();
  return (
    <Container className="max-w-4xl space-y-8 pt-8 sm:pt-12">
      <div className="flex flex-wrap items-center gap-3 print:hidden">
        <Link to={overviewPath} className="mr-auto inline-block py-1">
          Your course
        </Link>
        <ButtonLink to={verifyPath} look="quiet">
          Verify it
        </ButtonLink>
        <ButtonLink to={a4Path} look="quiet" reload>
          PDF, A4
        </ButtonLink>
        <ButtonLink to={pdfPath} reload>
          PDF, Letter
        </ButtonLink>
      </div>
      <CertificateView snapshot={snapshot} demo={demo} />
      <p className="max-w-prose text-sm text-muted">
        Keep it for at least four years. ARRT decides which credits count and for what; the totals here are for planning
        only.
      </p>
    </Container>
  );
}
