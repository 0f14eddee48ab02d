import { formatNames } from "~/catalog/formats";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { answerDocument } from "~/promotions/answer-document";
import { canTouch } from "~/promotions/meetings";
import { PriceDocument } from "~/promotions/price-document";
import { normaliseCode } from "~/promotions/promotion";
import { readRecords, readSoldFormats } from "~/promotions/promotion-facts.server";
import { readShop } from "~/shop/shop.server";
import { withState } from "./promotions.server";
import { type Candidate, codesIn, readFields, simulationOf } from "./simulation";
import { readTitles } from "./titles.server";

/** A simulation: its form, its document, and what the shop's own pricing function answers. */
export async function readSimulation(request: Request) {
  const query = new URL(request.url).searchParams;
  const [{ timeZone }, formats, titleOf, records] = await Promise.all([
    readShop(),
    readSoldFormats(),
    readTitles(),
    readRecords(db()).then(withState),
  ]);
  const bulk = await bulkCodes(codesIn(query.get("codes") ?? ""));
  const candidates = records.map(({ id, version, values, unitsLeft, state }): Candidate => {
    const { name, terms, startsAt, endsAt, perCustomer, codes } = values;
    const own = [...codes, ...(bulk.get(id) ?? [])];
    const isChosen = state === "running" || state === "scheduled" || state === "sold out" || state === "used up";
    return {
      id,
      version,
      name,
      terms,
      startsAt,
      endsAt,
      isPaused: false,
      codes: own,
      unitsLeft,
      perCustomer,
      isChosen,
    };
  });
  const names = new Map(
    formats.map(({ id, courseId, format }) => [id, `${titleOf(courseId)}, ${formatNames[format]}`]),
  );
  // The cart begins with a course that the promotion is about.
  const about = candidates.find(({ id }) => id === query.get("promotion"));
  const firstFormat = formats.find((line) => !about || canTouch(about, line)) ?? formats[0];
  const fields = readFields(query, candidates, { now: now(), timeZone, firstFormat: firstFormat?.id ?? "" });
  const lines = new Map(formats.map((line) => [line.id, line]));
  const { document, problems } = simulationOf(fields, candidates, lines, timeZone);
  const read = document && PriceDocument.safeParse(document);
  return {
    timeZone,
    fields,
    problems,
    formats: [...names].map(([value, label]) => ({ value, label })),
    promotions: records.map(({ id, values, state, unitsLeft }) => ({
      id,
      name: values.name,
      state,
      unitsLeft,
      perCustomer: values.perCustomer,
    })),
    document,
    answer: read?.success ? nameLines(answerDocument(read.data, timeZone), names) : undefined,
    download: `/staff/promotions/simulator.json?${query.has("at") ? query : ""}`,
  };
}
export type Simulation = Awaited<ReturnType<typeof readSimulation>>;

function nameLines(answer: ReturnType<typeof answerDocument>, names: Map<string, string>) {
  return { ...answer, lines: answer.lines.map((line) => ({ ...line, name: names.get(line.id) ?? line.id })) };
}

/** Entered codes that were made in bulk, by their promotion. */
async function bulkCodes(entered: string[]): Promise<Map<string, string[]>> {
  const rows = await db().couponCode.findMany({
    where: { code: { in: entered.map(normaliseCode) }, stockId: { not: null } },
    select: { code: true, promotionId: true },
  });
  const byPromotion = new Map<string, string[]>();
  for (const { code, promotionId } of rows)
    byPromotion.set(promotionId, [...(byPromotion.get(promotionId) ?? []), code]);
  return byPromotion;
}
