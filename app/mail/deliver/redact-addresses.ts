/** Removes e-mail addresses, which mail servers repeat in error messages, from text for logs and screens. */
export function redactAddresses(text: string): string {
  return text.replace(/(?:"[^"\n]*"|[^\s<>()[\]",;:]+)@[^\s<>()"',;]+/gu, "(address)");
}
