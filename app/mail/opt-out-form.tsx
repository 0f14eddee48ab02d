import { Form, Link } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";

/** One button, since what only opens a link (a mail scanner, a preview) must change nothing. */
export function OptOutForm({ endsOn, isDone, coursePath }: { endsOn: string; isDone: boolean; coursePath: string }) {
  if (isDone)
    return (
      <div className="space-y-6">
        <Notice tone="done" live>
          We send no more reminders for this course.
        </Notice>
        <p>
          Its approval ends on {endsOn}. <Link to={coursePath}>Open the course</Link>
        </p>
      </div>
    );
  return (
    <Form method="post" className="space-y-6">
      <p>
        The approval of this course ends on {endsOn}. We remind you of it by e-mail 30 days and 7 days before. Receipts
        and certificates come in any case.
      </p>
      <Button>Send no more reminders</Button>
    </Form>
  );
}
