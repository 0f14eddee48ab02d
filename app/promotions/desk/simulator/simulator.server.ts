import { href } from "~/addresses/href";
import { formatNames } from "~/catalog/read/formats";
import { readTitles } from "~/catalog/read/titles.server";
import type { CourseId } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { readUnitsLeft } from "~/stock/units-left.server";
import { isCounted } from "../../kinds/kinds";
import { answerDocument } from "../../pricing/document/answer";
import { PriceDocument } from "../../pricing/document/price-document";
import { describeHint } from "../../pricing/hint-text";
import { readRecords, readSoldFormats } from "../../store/records.server";
import { normalizeCode } from "../../units/code";
import { withState } from "../promotions.server";
import { type Candidate, codesIn, makeDocument, mostCodes, readFields } from "./simulation";

/** A simulation: its form, its document, and the result from the shop's own pricing function. */
export async function readSimulation(request: Request) {
  const query = new URL(request.url).searchParams;
  const [{ timeZone }, formats, titleOf, records] = await Promise.all([
    readShop(),
    readSoldFormats(),
    readTitles(),
    readRecords(db()).then(withState),
  ]);
  const bulk = await readBulkCodes(codesIn(query.get("codes") ?? "").slice(0, mostCodes));
  const candidates = records.map(({ id, version, values, unitsLeft, state }): Candidate => {
    const { name, terms, startsAt, endsAt, perCustomer, codes } = values;
    const own = [...codes, ...bulk.flatMap(({ code, promotionId }) => (promotionId === id ? [code] : []))];
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
  const fields = readFields(query, candidates, { now: now(), timeZone, formats });
  const { document, problems } = makeDocument(fields, candidates, {
    formats: new Map(formats.map((line) => [line.id, line])),
    codeUses: new Map(bulk.map(({ code, unitsLeft }) => [code, unitsLeft])),
    timeZone,
  });
  const read = document && PriceDocument.safeParse(document);
  return {
    timeZone,
    fields,
    problems: [...problems, ...(read?.error?.issues ?? []).map(({ message }) => ({ id: "format-0", message }))],
    formats: [...names].map(([value, label]) => ({ value, label })),
    promotions: records.map(({ id, values, state, unitsLeft }) => ({
      id,
      name: values.name,
      state,
      unitsLeft,
      perCustomer: values.perCustomer,
      isLimited: isCounted(values.terms.kind),
    })),
    document,
    answer: read?.success ? addText(answerDocument(read.data, timeZone), names, titleOf) : undefined,
    download: document && href("staffSimulatorJson", query),
  };
}
export type Simulation = Awaited<ReturnType<typeof readSimulation>>;

function addText(
  answer: ReturnType<typeof answerDocument>,
  names: ReadonlyMap<string, string>,
  titleOf: (courseId: CourseId) => string,
) {
  return {
    ...answer,
    lines: answer.lines.map((line) => ({ ...line, name: names.get(line.id) ?? line.id })),
    hints: answer.hints.map((hint) => describeHint(hint, titleOf)),
  };
}

/** Entered codes that were generated in bulk, with the uses left of each. */
async function readBulkCodes(entered: string[]) {
  const rows = await db().couponCode.findMany({
    where: { code: { in: entered.map(normalizeCode) }, stockId: { not: null } },
    select: { code: true, promotionId: true, stockId: true },
  });
  const left = await readUnitsLeft(rows.flatMap(({ stockId }) => stockId ?? []));
  return rows.map(({ stockId, ...row }) => ({ ...row, unitsLeft: left.get(stockId ?? "") ?? 0 }));
}
