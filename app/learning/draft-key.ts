/** Where a browser tab keeps an attempt's answers until they are sent. */
export function draftKey(enrolmentId: string, attempt: number): string {
  return `answers ${enrolmentId} ${attempt}`;
}
