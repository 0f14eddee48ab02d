import { formatNames } from "~/catalog/read/formats";
import { customerKeyOf } from "~/core/email";
import type { OrderId } from "~/core/ids";
import { failed, ok } from "~/core/result";
import { confirmationPath, linkedLearningPages } from "~/learning/enrollment/links.server";
import { enrollmentsOfOrder } from "~/learning/enrollment/read.server";
import { shopUrl } from "~/platform/http/shop-url.server";
import { accessLetter } from "../letters/access";
import type { Read } from "./addressed";
import { readPaidOrderFacts } from "./order.server";

/** All of one learner's courses in an order. */
export async function readAccess({ orderId, email }: { orderId: OrderId; email: string }): Read {
  const facts = await readPaidOrderFacts(orderId);
  if (!facts) return failed({ kind: "impossible", why: "its order is missing or unpaid" });
  const { order, shop } = facts;
  const units = (await enrollmentsOfOrder(orderId)).filter(
    ({ participant, standing }) =>
      participant && customerKeyOf(participant.email) === customerKeyOf(email) && standing.kind !== "closed",
  );
  const participant = units[0]?.participant;
  if (!participant)
    return failed({ kind: "not-needed", why: "this person no longer has any open course in the order" });
  const awaited = units.find(({ isAwaited, certificateNumber }) => isAwaited && certificateNumber === undefined);
  const letter = accessLetter({
    shopName: shop.name,
    shopEmail: shop.email,
    participant: participant.name,
    giver: order.certificateName,
    isGift: order.purpose === "gift",
    giftMessage: order.giftMessage ?? undefined,
    confirmUrl: awaited && shopUrl(confirmationPath(awaited)),
    courses: units.map((unit) => ({
      title: unit.courseTitle,
      formatName: formatNames[unit.format],
      approvalEndsOn: unit.approvalEndsOn,
      url: shopUrl(linkedLearningPages(unit).overview()),
    })),
  });
  return ok({ to: { name: participant.name, address: participant.email }, letter });
}
