import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listPreviews } from "~/mail/preview.server";
import { PreviewList } from "~/mail/preview-list";
import { Container, PageHeader } from "~/ui/page";

export function loader() {
  return listPreviews();
}

export const meta: MetaFunction = () => [
  { title: "Mail of the demonstration" },
  { name: "robots", content: "noindex" },
];

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
