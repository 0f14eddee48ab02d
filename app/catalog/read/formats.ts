import { z } from "zod";

/** Same values as in the schema. */
export const formats = ["book_by_mail", "ebook", "test_only"] as const;
export const Format = z.enum(formats);
export type Format = z.infer<typeof Format>;

export const formatNames: Record<Format, string> = {
  book_by_mail: "Book by mail",
  ebook: "eBook",
  test_only: "Test only",
};

/** What the buyer gets. */
export const formatDescriptions: Record<Format, string> = {
  book_by_mail: "A printed book by mail; the post-test opens online right away.",
  ebook: "Read online right away, then take the post-test.",
  test_only: "Sharing a book? Get the post-test and your own certificate, without the text.",
};

export function isMailed(format: Format): boolean {
  return format === "book_by_mail";
}

/** Whether the format includes reading the text online. */
export function hasReading(format: Format): boolean {
  return format !== "test_only";
}
