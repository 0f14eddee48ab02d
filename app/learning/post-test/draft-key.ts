import type { EnrollmentId } from "~/core/ids";
/** Session storage key for an attempt's unsent answers. */
export function draftKey(enrollmentId: EnrollmentId, attempt: number): string {
  return `answers ${enrollmentId} ${attempt}`;
}
