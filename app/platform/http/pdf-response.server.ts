import { createReadableStreamFromReadable } from "@remix-run/node";
import { contentDisposition } from "~/platform/http/content-disposition";
import type { Pdf } from "../pdf/pdf.server";

/** Streams an ended document. */
export function pdfResponse(pdf: Pdf, fileName: string): Response {
  return new Response(createReadableStreamFromReadable(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": contentDisposition("inline", fileName),
    },
  });
}
