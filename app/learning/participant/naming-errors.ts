import { assertNever } from "~/core/result";
import type { NamingProblem } from "./name.server";

type Errors = { formErrors?: string[]; fieldErrors?: Record<string, string[]> };

/** Form errors for a learner who can't be named. */
export function namingErrors(problem: NamingProblem): Errors {
  switch (problem.kind) {
    case "closed":
      return { formErrors: ["This course is closed."] };
    case "certified":
      return {
        formErrors: ["The certificate has been issued, so its name can’t be changed here. Contact us to correct it."],
      };
    case "another-person":
      return {
        fieldErrors: {
          name: [
            `${problem.name} already took the test, so only the spelling can change. Contact us about anything else.`,
          ],
        },
      };
    default:
      return assertNever(problem);
  }
}
