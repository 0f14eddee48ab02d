import { mailedOrOwn } from "~/addresses/mailed";
import type { EnrollmentId } from "~/core/ids";
import { newLinkToken } from "~/platform/link-token.server";
import { type LearningPages, learningPages } from "./pages";

/** The pages of an enrollment by a new link: whoever has it acts as the learner. Make one only for a letter, and store none
 *  (SECURITY 47). */
export function linkedLearningPages(enrollment: { id: EnrollmentId; linkVersion: number }): LearningPages {
  return learningPages(enrollment.id, newLinkToken("learning", enrollment));
}

/** Where the learner confirms, by a link of its own (EDUCATION 15): the links of the course's pages are also on the order page of whoever
 *  bought it. The same rule: only for a letter. */
export function confirmationPath(enrollment: { id: EnrollmentId; linkVersion: number }): string {
  return mailedOrOwn("learningConfirm", { enrollment: enrollment.id }, newLinkToken("confirmation", enrollment));
}
