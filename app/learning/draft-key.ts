import type { EnrollmentId } from "~/core/ids";
/** Where a browser tab keeps an attempt's answers until they are sent. */
export function draftKey(enrolmentId: EnrollmentId, attempt: number): string {
  return `answers ${enrolmentId} ${attempt}`;
}
