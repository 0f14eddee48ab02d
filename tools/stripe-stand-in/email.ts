/** Good enough to catch a typo; only a message can show whether the address exists. */
export const looksLikeEmail = (value: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value);
