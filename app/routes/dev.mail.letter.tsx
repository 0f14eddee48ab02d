import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { readPreview } from "~/mail/preview.server";
import { PreviewLetter } from "~/mail/preview-letter";
import { Container, PageHeader } from "~/ui/page";
import { pageTitle } from "~/ui/page-meta";

export async function loader({ params }: LoaderFunctionArgs) {
  const { subject, text } = await readPreview(params);
  return { subject, text };
}

export const meta = pageTitle<typeof loader>((data) => (data ? `Mail: ${data.subject}` : "Mail"));

export default function DevMailLetter() {
  const { subject, text } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <Container>
      <PageHeader crumbs={[{ to: "/dev/mail", label: "Mail of the demonstration" }]} title={subject} />
      <PreviewLetter subject={subject} text={text} documentPath={`${pathname}/html`} />
    </Container>
  );
}
