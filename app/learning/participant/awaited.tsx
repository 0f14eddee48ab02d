import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";

type Props = { email: string; letter: "sent" | "limit" | undefined };

/** What a page's form sends to ask for the learner's letter again. */
export const resendIntent = "send-learner-letter";

/** The learner was named by somebody else and has not confirmed yet (EDUCATION 15). */
export function AwaitedLearner({ email, letter }: Props) {
  return (
    <div className="max-w-prose space-y-3">
      <p>
        We e-mailed <span className="[overflow-wrap:anywhere]">{email}</span> a link to confirm. The course can be read
        now; the post-test opens when the learner confirms.
      </p>
      {letter ? (
        <Notice tone={letter === "sent" ? "done" : "problem"} live>
          <p>
            {letter === "sent"
              ? "The e-mail is on its way."
              : "It was sent several times already. Try again in an hour."}
          </p>
        </Notice>
      ) : null}
      <Form method="post">
        <input type="hidden" name="intent" value={resendIntent} />
        <Button look="quiet">Send it again</Button>
      </Form>
    </div>
  );
}
