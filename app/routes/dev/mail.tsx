import { useLoaderData } from "@remix-run/react";
import { listPreviews } from "~/mail/preview.server";
import { PreviewList } from "~/mail/preview-list";
import { Container, PageHeader } from "~/ui/page";
import { pageTitle } from "~/ui/page-meta";

export function loader() {
  return listPreviews();
}

export const meta = pageTitle("Mail of the demonstration");

export default function DevMail() {
  return (
    <Container>
      <PageHeader title="Mail of the demonstration">
        <p>No mail leaves this machine. Every letter that the shop would send is here to be read.</p>
      </PageHeader>
      <PreviewList {...useLoaderData<typeof loader>()} />
    </Container>
  );
}
