import { stringify } from "csv-stringify/sync";
import { contentDisposition } from "~/core/content-disposition";

/** A table as a download that spreadsheets open as it is: UTF-8 with its mark, and no cell is taken for a formula (SECURITY 1.2.10). */
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
      "Cache-Control": "no-store, private",
    },
  });
}
