import { Form, Link } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";

/** Needs a click on its button, because mail scanners and previews open links. */
export function OptOutForm({ endsOn, isDone, coursePath }: { endsOn: string; isDone: boolean; coursePath: string }) {
  if (isDone)
    return (
      <div className="space-y-6">
        <Notice tone="done" live>
          We won’t send any more reminders for this course.
        </Notice>
        <p>
          Its approval ends on {endsOn}. <Link to={coursePath}>Go to the course</Link>
        </p>
      </div>
    );
  return (
    <Form method="post" className="space-y-6">
      <p>
        The approval of this course ends on {endsOn}. We’ll e-mail you reminders 30 days and 7 days before. You’ll still
        get receipts and certificates.
      </p>
      <Button>Stop reminders</Button>
    </Form>
  );
}
