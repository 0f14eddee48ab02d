import { expect, test } from "vitest";
import { EnrollmentId, OrderId } from "~/core/ids";
import { resendChoices } from "./resend-choices";

const course = { title: "IV Therapeutics" };
const unit = (id: string, name: string | null, email: string | null, number?: string) => ({
  ...{ id: EnrollmentId.parse(id), participantName: name, participantEmail: email, course },
  certificate: number ? { number } : null,
});
const order = {
  ...{ id: OrderId.parse("o1"), email: "Ada@example.com", paidAt: new Date() },
  enrollments: [
    unit("e1", "Ada Lim", "ada@example.com", "2026-ABCD"),
    unit("e2", "Bo Rasp", "bo@example.com"),
    unit("e3", "Bo Rasp", "Bo@example.com"),
    unit("e4", null, null),
  ],
};

test("can be resent: the receipt, one mail for each other learner, and each certificate", () => {
  expect(resendChoices(order).map(({ kind, payload }) => [kind, payload])).toEqual([
    ["receipt", { orderId: "o1" }],
    ["access", { orderId: "o1", email: "Bo@example.com" }],
    ["test-passed", { enrollmentId: "e1" }],
  ]);
});

test("nothing can be resent before payment", () => {
  expect(resendChoices({ ...order, paidAt: null })).toEqual([]);
});
