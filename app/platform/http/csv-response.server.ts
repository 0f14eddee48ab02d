import { stringify } from "csv-stringify/sync";
import { contentDisposition } from "~/platform/http/content-disposition";

/** A CSV download for spreadsheets: UTF-8 with a BOM, and no cell is read as a formula (SECURITY 1.2.10). */
export function csvResponse(rows: Record<string, string | number>[], columns: string[], fileName: string): Response {
  const body = stringify(rows, {
    header: true,
    columns,
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": contentDisposition("attachment", fileName),
    },
  });
}
