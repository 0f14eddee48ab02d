/** Of the words at /terms: an order keeps the version that its buyer agreed to, so every change of the words is a new one. */
export const termsVersion = "2026-11-24";
