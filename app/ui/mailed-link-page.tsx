import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "./button";
import { Notice } from "./notice";
import { Container, PageHeader } from "./page";

/** Where a link leads that no longer works; `why` may name more than that it was used, has expired, or was replaced. */
export function EndedLinkPage({ why, askPath }: { why: string; askPath: string }) {
  return (
    <Container narrow>
      <PageHeader title="This link no longer works" />
      <Notice tone="problem" live className="mb-6">
        <p>{why} We can e-mail you a new link.</p>
      </Notice>
      <ButtonLink to={askPath}>Get a new link</ButtonLink>
    </Container>
  );
}

type Props = {
  title: string;
  children: ReactNode;
  /** Why the button did nothing. */
  problem: string | undefined;
  button: string;
  /** In small print, before what to do if nobody asked for the link. */
  remark?: string;
};

/** Where a mailed link leads that works once. Opening it changes nothing, because mail scanners open every link; the button does. */
export function MailedLinkPage({ title, children, problem, button, remark }: Props) {
  return (
    <Container narrow>
      <PageHeader title={title}>
        <p>{children}</p>
      </PageHeader>
      {problem ? (
        <Notice tone="problem" live className="mb-6">
          <p>{problem}</p>
        </Notice>
      ) : null}
      <Form method="post" className="space-y-4">
        <Button className="w-full sm:w-auto">{button}</Button>
        <p className="max-w-prose text-sm text-muted">
          {remark ? `${remark} ` : ""}If you didn’t ask for this link, close this page and nothing will happen.
        </p>
      </Form>
    </Container>
  );
}
