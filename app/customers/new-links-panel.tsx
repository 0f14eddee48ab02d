import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";

type Props = { version: number; isDone: boolean; problem: string | undefined };

/** On the order's page in the account: revokes the links in e-mails and sends new ones. */
export function NewLinksPanel({ version, isDone, problem }: Props) {
  return (
    <section aria-labelledby="links" className="mt-12 space-y-4">
      <h2 id="links" className="text-3xl">
        Links in e-mails
      </h2>
      {problem ? (
        <Notice tone="problem" live>
          <p>{problem}</p>
        </Notice>
      ) : null}
      {isDone && !problem ? (
        <Notice tone="done" live>
          <p>New links are on their way. Links sent before no longer work.</p>
        </Notice>
      ) : null}
      <p className="max-w-prose text-muted">
        If an e-mail with a link went to the wrong person, send new links. Every link already sent for this order and
        its courses stops working, and you and each learner get an e-mail with new ones.
      </p>
      <Form method="post">
        <input type="hidden" name="version" value={version} />
        <Button look="quiet">Send new links</Button>
      </Form>
    </section>
  );
}
