import type { LoaderFunctionArgs } from "@remix-run/node";
import { href } from "~/addresses/href";
import { PreviewLetter } from "~/mail/preview/letter";
import { readPreview } from "~/mail/preview/preview.server";
import { Container, PageHeader } from "~/ui/page";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export async function loader({ params }: LoaderFunctionArgs) {
  const { subject, text } = await readPreview(params);
  const { source = "", letter = "" } = params;
  return { subject, text, documentPath: href("devLetterHtml", { source, letter }) };
}

export const meta = pageTitle<typeof loader>((data) => (data ? `Mail: ${data.subject}` : "Mail"));

export default function DevMailLetter() {
  const { subject, text, documentPath } = useLoaderData<typeof loader>();
  return (
    <Container>
      <PageHeader crumbs={[{ to: href("devMail"), label: "Demo mail" }]} title={subject} />
      <PreviewLetter subject={subject} text={text} documentPath={documentPath} />
    </Container>
  );
}
