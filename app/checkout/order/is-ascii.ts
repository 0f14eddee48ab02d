export function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
