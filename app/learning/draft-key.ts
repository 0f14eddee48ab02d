import type { EnrollmentId } from "~/core/ids";
/** Session storage key for an attempt's unsent answers. */
export function draftKey(enrolmentId: EnrollmentId, attempt: number): string {
  return `answers ${enrolmentId} ${attempt}`;
}
