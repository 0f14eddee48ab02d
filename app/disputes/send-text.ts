import { assertNever } from "~/core/result";

export type SendProblem =
  /** Someone has responded, or the bank has decided. */
  | { kind: "answered" }
  /** `message` is Stripe's. */
  | { kind: "refused"; message: string }
  | { kind: "unavailable" };

/** What the last step did; `done` comes from the URL, so it may be anything. */
export function sendDoneText(done: string | null): string | undefined {
  if (done === "save") return "Saved in Stripe, but not sent yet. Send it before the due date.";
  return done === "submit"
    ? "Sent to the bank, which takes a few weeks to decide. We’ll e-mail you the decision."
    : undefined;
}

export function sendProblemText(problem: SendProblem): string {
  switch (problem.kind) {
    case "answered":
      return "This dispute has already been answered or decided, so nothing can be sent.";
    case "refused":
      return `Stripe rejected the evidence: ${problem.message}`;
    case "unavailable":
      return "Stripe can’t be reached right now, so nothing was sent. Try again in a minute.";
    default:
      return assertNever(problem);
  }
}
