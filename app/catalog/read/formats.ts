import { z } from "zod";

/** As in the schema. */
export const formats = ["book_by_mail", "ebook", "test_only"] as const;
export const Format = z.enum(formats);
export type Format = z.infer<typeof Format>;

export const formatNames: Record<Format, string> = {
  book_by_mail: "Book by mail",
  ebook: "eBook",
  test_only: "Test only",
};

/** What somebody gets who buys the format. */
export const formatPromises: Record<Format, string> = {
  book_by_mail: "A printed book in the mail; the post-test opens online at once.",
  ebook: "Read online at once, then take the post-test.",
  test_only: "For those who share a book: the post-test and a certificate of one's own, without the text.",
};

export function isMailed(format: Format): boolean {
  return format === "book_by_mail";
}

/** Whether the format lets its owner read the text online. */
export function hasReading(format: Format): boolean {
  return format !== "test_only";
}
