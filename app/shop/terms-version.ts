/** Version of the text at /terms. An order keeps the version its buyer agreed to, so change this with every change to
 *  the text. */
export const termsVersion = "2026-11-30";
