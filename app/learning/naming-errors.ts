import { impossible } from "~/core/result";
import type { NamingProblem } from "./name-participant.server";

type Errors = { formErrors?: string[]; fieldErrors?: Record<string, string[]> };

/** What the form says where a learner can't be named. */
export function namingErrors(problem: NamingProblem): Errors {
  switch (problem.kind) {
    case "closed":
      return { formErrors: ["This order is not open for learning."] };
    case "certified":
      return {
        formErrors: ["The certificate is issued, so its name can no longer change here. Write to us to mend it."],
      };
    case "another-person":
      return {
        fieldErrors: {
          name: [`${problem.name} already took the test. Only the spelling can change; write to us for anything else.`],
        },
      };
    case "already-credited":
      return {
        fieldErrors: {
          email: ["This person already has a certificate for this course. The same activity can't be credited twice."],
        },
      };
    default:
      return impossible(problem);
  }
}
