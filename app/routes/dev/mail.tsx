import { PreviewList } from "~/mail/preview/list";
import { listPreviews } from "~/mail/preview/preview.server";
import { Container, PageHeader } from "~/ui/page";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export function loader() {
  return listPreviews();
}

export const meta = pageTitle("Demo mail");

export default function DevMail() {
  return (
    <Container>
      <PageHeader title="Demo mail">
        <p>No mail leaves this machine. Read every e-mail the shop would send here.</p>
      </PageHeader>
      <PreviewList {...useLoaderData<typeof loader>()} />
    </Container>
  );
}
