import type { EnrollmentId } from "~/core/ids";
import { newLinkToken } from "~/platform/link-token.server";
import { type LearningPages, learningPages } from "./pages";

/** The pages of an enrollment by a new link: whoever has it acts as the learner. Make one only for a letter, and store none
 *  (SECURITY 47). */
export function linkedLearningPages(enrollment: { id: EnrollmentId; linkVersion: number }): LearningPages {
  return learningPages(enrollment.id, newLinkToken("learning", enrollment));
}
