import type { Query } from "~/addresses/href";
import { type MailedName, mailedOrOwn } from "~/addresses/mailed";
import type { EnrollmentId } from "~/core/ids";

/** Where the pages of an enrollment are for whoever looks at it. */
export type LearningPages = ReturnType<typeof learningPages>;

/** With the token of a mailed link, its addresses; without one, those in the account. */
export function learningPages(enrollment: EnrollmentId, signature?: string) {
  const at = (name: MailedName, query?: Query) => mailedOrOwn(name, { enrollment }, signature, query);
  return {
    overview: (query?: Query) => at("learning", query),
    read: () => at("learningRead"),
    test: () => at("learningTest"),
    attempt: (number: number) => mailedOrOwn("learningAttempt", { enrollment, number }, signature),
    certificate: () => at("learningCertificate"),
    certificatePdf: (query?: Query) => at("learningCertificatePdf", query),
    /** In the account; its mailed link has a token of its own (`confirmationPath`). */
    confirm: () => mailedOrOwn("learningConfirm", { enrollment }),
    reminders: (query?: Query) => at("learningReminders", query),
  };
}
