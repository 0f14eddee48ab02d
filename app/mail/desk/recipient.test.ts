import { expect, test } from "vitest";
import { EnrollmentId } from "~/core/ids";
import { recipientOf } from "./recipient";

const order = {
  email: "ada@example.com",
  enrollments: [{ id: EnrollmentId.parse("e1"), participantEmail: "bo@example.com" }],
};

test.each([
  { kind: "receipt", payload: { orderId: "o1" }, recipient: null, to: "ada@example.com" },
  { kind: "receipt", payload: { orderId: "o1" }, recipient: "old@example.com", to: "old@example.com" },
  { kind: "access", payload: { orderId: "o1", email: "cy@example.com" }, recipient: null, to: "cy@example.com" },
  { kind: "test-passed", payload: { enrollmentId: "e1" }, recipient: null, to: "bo@example.com" },
  { kind: "test-passed", payload: { enrollmentId: "gone" }, recipient: null, to: "ada@example.com" },
  { kind: "staff-alert", payload: { orderId: "o1" }, recipient: null, to: "shop@example.com" },
])("$kind with $payload goes to $to", ({ to, ...mail }) => {
  expect(recipientOf(mail, order, "shop@example.com")).toBe(to);
});
