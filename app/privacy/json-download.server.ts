import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { CustomerKey } from "~/core/ids";
import { contentDisposition } from "~/platform/http/content-disposition";
import { exportPerson } from "./export.server";

/** Streams the export, so a person with many orders needs no more memory than one with few. */
export function exportResponse(customerKey: CustomerKey): Response {
  return new Response(createReadableStreamFromReadable(Readable.from(exportPerson(customerKey))), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": contentDisposition("attachment", "personal-data.json"),
    },
  });
}
