/** Error text for too many attempts. */
export function tooManyAttempts(seconds: number): string {
  if (seconds <= 120) return `Too many attempts. Try again in ${seconds === 1 ? "a second" : `${seconds} seconds`}.`;
  return `Too many attempts. Try again in ${Math.ceil(seconds / 60)} minutes.`;
}
