import type { PromotionId } from "~/core/ids";
import { countPages, pageNumber } from "~/core/list-query";
import { readShop } from "~/shop/shop.server";
import { auditDownload, type BulkCode, countCodes, readCodes, requireCoupon } from "../../codes/bulk.server";
import { codeLength, printCode } from "../../codes/make";

const perPage = 50;
const withPrint = (row: BulkCode) => ({ ...row, printed: printCode(row.code, row.code.slice(0, -codeLength)) });

/** A page of a coupon's codes. Throws a 404 if the promotion is not a coupon. */
export async function readCodesPage(promotionId: PromotionId, query: Record<string, string>) {
  const page = pageNumber.parse(query.page);
  const [{ timeZone }, promotion, counts, codes] = await Promise.all([
    readShop(),
    requireCoupon(promotionId),
    countCodes(promotionId),
    readCodes(promotionId, { skip: (page - 1) * perPage, take: perPage }),
  ]);
  return { promotion, timeZone, counts, page, pages: countPages(counts.made, perPage), codes: codes.map(withPrint) };
}

/** All codes, for a download that the audit log records. */
export async function downloadCodes(promotionId: PromotionId, actor: string) {
  const { name } = await requireCoupon(promotionId);
  const codes = (await readCodes(promotionId)).map(withPrint);
  await auditDownload(promotionId, codes.length, actor);
  return {
    fileName: `codes ${name}.csv`,
    rows: codes.map(({ printed, state, createdAt }) => ({
      Code: printed,
      State: state,
      Created: createdAt.toISOString(),
    })),
  };
}
