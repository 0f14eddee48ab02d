import { impossible } from "~/core/result";

export type SendProblem =
  /** It was answered, or the bank has decided. */
  | { kind: "answered" }
  /** In Stripe's words. */
  | { kind: "refused"; message: string }
  | { kind: "unavailable" };

/** What the last step did; `done` comes from the page's address, so it may be anything. */
export function sendDoneWords(done: string | null): string | undefined {
  if (done === "save") return "Saved at Stripe. It is not sent yet: send it before the day until which the bank waits.";
  return done === "submit" ? "Sent to the bank. It decides within weeks; you are told by e-mail." : undefined;
}

export function sendProblemWords(problem: SendProblem): string {
  switch (problem.kind) {
    case "answered":
      return "This dispute was answered or decided in the meantime: nothing can be sent any more.";
    case "refused":
      return `Stripe refuses the evidence: ${problem.message}`;
    case "unavailable":
      return "Stripe can’t be asked this moment, so nothing was sent. Try again in a minute.";
    default:
      return impossible(problem);
  }
}
