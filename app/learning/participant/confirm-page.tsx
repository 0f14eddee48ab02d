import { Form, Link } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Container, PageHeader } from "~/ui/page";

type Props = {
  email: string | null;
  courses: { id: string; title: string; name: string | null; path: string }[];
  isConfirmed: boolean;
  seen: string;
  /** A name was changed after the page was shown. */
  isChanged: boolean;
};

/** Where a learner who was named by somebody else says "this is me" (EDUCATION 15). */
export function ConfirmPage({ email, courses, isConfirmed, seen, isChanged }: Props) {
  return (
    <Container narrow>
      <PageHeader title={isConfirmed ? "Confirmed" : "Is this you?"}>
        <p>
          {isConfirmed
            ? "Your certificates will carry this name. The post-test is open while the course’s approval lasts."
            : "Someone named you as the learner. Before the post-test, confirm your name and that this e-mail address is yours."}
        </p>
      </PageHeader>
      {isChanged ? (
        <Notice tone="problem" live className="mb-6">
          <p>The name was changed after you opened this page. Check it, then confirm.</p>
        </Notice>
      ) : null}
      <ul className="divide-y divide-line border-y border-line">
        {courses.map(({ id, title, name, path }) => (
          <li key={id} className="py-4">
            <strong className="font-semibold [overflow-wrap:anywhere]">{name}</strong>
            <br />
            <Link to={path} className="inline-block py-1">
              {title}
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-muted [overflow-wrap:anywhere]">{email}</p>
      {isConfirmed ? null : (
        <Form method="post" className="mt-6 space-y-4">
          <input type="hidden" name="seen" value={seen} />
          <Button className="w-full sm:w-auto">This is me: confirm</Button>
          <p className="max-w-prose text-sm text-muted">
            To correct the spelling, go to the course first. If this isn’t you, close this page: without your answer no
            certificate can be earned.
          </p>
        </Form>
      )}
    </Container>
  );
}
