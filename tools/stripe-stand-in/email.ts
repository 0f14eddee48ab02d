/** Good enough to catch a slip of the fingers; whether the address exists only a message can tell. */
export const looksLikeEmail = (value: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value);
