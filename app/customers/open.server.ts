import { href } from "~/addresses/href";
import { EnrollmentId, OrderId } from "~/core/ids";
import { type LearningPages, learningPages } from "~/learning/enrollment/pages";
import { type OrderPages, orderPages } from "~/orders/pages";
import { linkToken } from "~/platform/link-token.server";
import { type LinkVisit, requireLink } from "./linked.server";
import { isLearnable, requireOwnEnrollment, requireOwnOrder } from "./own.server";

type Linked = { id: EnrollmentId; linkVersion: number };
type Unit = Linked & { participantKey: string | null };

export type OpenedOrder = {
  orderId: OrderId;
  pages: OrderPages;
  /** When the link ends that opened it; undefined in the account. */
  linkEndsAt?: Date;
  /** The signed-in buyer's e-mail address; undefined by link. */
  customer?: string;
  /** Of one of its courses; `canLearn`: more than to see and correct who the learner is. */
  coursePages: (unit: Unit) => { pages: LearningPages; canLearn: boolean };
};

export type OpenedEnrollment = {
  enrollmentId: EnrollmentId;
  pages: LearningPages;
  canLearn: boolean;
  isAccount: boolean;
  /** The signed-in owner of the learner's address. */
  isLearner: boolean;
  /** Where to go once the course is somebody else's. */
  afterGivingAway: string;
};

/** The order of a route that is served by mailed link and from the account. Required first in each of its loaders and actions. */
export async function openOrder(visit: LinkVisit): Promise<OpenedOrder> {
  const { signature } = visit.params;
  const orderId = OrderId.parse(visit.params.order ?? "");
  const pages = orderPages(orderId, signature);
  if (signature === undefined) {
    const { email, customerKey } = await requireOwnOrder(visit, orderId);
    return {
      ...{ orderId, pages, customer: email },
      coursePages: (unit) => ({
        pages: learningPages(unit.id),
        canLearn: isLearnable(unit.participantKey, customerKey, true),
      }),
    };
  }
  const linkEndsAt = await requireLink("order", visit, signature);
  return {
    ...{ orderId, pages, linkEndsAt },
    coursePages: (unit) => ({ pages: learningPages(unit.id, linkToken("learning", unit, linkEndsAt)), canLearn: true }),
  };
}

/** The same for an enrollment; `orBuyer` on the page that says who the learner is. */
export async function openEnrollment(visit: LinkVisit, who: { orBuyer?: boolean } = {}): Promise<OpenedEnrollment> {
  const { signature } = visit.params;
  const enrollmentId = EnrollmentId.parse(visit.params.enrollment ?? "");
  const pages = learningPages(enrollmentId, signature);
  if (signature === undefined) {
    const { canLearn, isBuyer, isLearner } = await requireOwnEnrollment(visit, enrollmentId, who);
    const afterGivingAway = isBuyer ? pages.overview() : href("account");
    return { enrollmentId, pages, canLearn, isAccount: true, isLearner, afterGivingAway };
  }
  await requireLink("learning", visit, signature);
  const afterGivingAway = href("accountSignIn", { done: "learner-changed" });
  return { enrollmentId, pages, canLearn: true, isAccount: false, isLearner: false, afterGivingAway };
}

/** EDUCATION 15: the enrollment whose learner is the visitor: by the link in the learner's letter, or signed in with the address. */
export async function openConfirmation(
  visit: LinkVisit,
): Promise<{ enrollmentId: EnrollmentId; coursePages: (unit: Linked) => LearningPages }> {
  const { signature } = visit.params;
  const enrollmentId = EnrollmentId.parse(visit.params.enrollment ?? "");
  if (signature === undefined) {
    const { isLearner } = await requireOwnEnrollment(visit, enrollmentId);
    if (!isLearner) throw new Response("This course has no learner yet.", { status: 404 });
    return { enrollmentId, coursePages: (unit) => learningPages(unit.id) };
  }
  const endsAt = await requireLink("confirmation", visit, signature);
  return { enrollmentId, coursePages: (unit) => learningPages(unit.id, linkToken("learning", unit, endsAt)) };
}
