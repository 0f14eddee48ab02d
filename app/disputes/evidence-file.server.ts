import type { OrderId } from "~/core/ids";
import type { Paper } from "~/core/paper";
import { now } from "~/platform/clock.server";
import { readEvidenceFacts } from "./evidence-facts.server";
import { evidencePdf } from "./evidence-pdf.server";

/** The evidence of an order as a file with its name. Throws a 404 where there is no such order. */
export async function evidenceFile(orderId: OrderId, paper: Paper) {
  const facts = await readEvidenceFacts(orderId);
  const { number, id } = facts.order;
  return { pdf: evidencePdf(facts, { paper, at: now() }), fileName: `evidence-order-${number ?? id}.pdf` };
}
