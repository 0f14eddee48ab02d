import { expect, test } from "vitest";
import { CustomerKey } from "~/core/ids";
import { type Facts, standingOf } from "./standing";

const today = "2026-11-24";
const facts: Facts = {
  orderState: "paid",
  isWithdrawn: false,
  participantKey: CustomerKey.parse("dana@example.com"),
  isUnconfirmed: false,
  attemptsUsed: 0,
  passed: false,
  hasTest: true,
  approval: { startsOn: "2026-01-01", endsOn: "2026-11-24" },
  isCreditedElsewhere: false,
};

test.each<{ story: string; change: Partial<Facts>; expected: object }>([
  { story: "paid, named, approved: open", change: {}, expected: { kind: "open", attemptsLeft: 3 } },
  {
    story: "EDUCATION 8: one attempt is left",
    change: { attemptsUsed: 2 },
    expected: { kind: "open", attemptsLeft: 1 },
  },
  { story: "EDUCATION 8: three attempts, then locked", change: { attemptsUsed: 3 }, expected: { kind: "locked" } },
  {
    story: "EDUCATION 7: completion after the approval's end: no test",
    change: { approval: { startsOn: "2025-01-01", endsOn: "2026-11-23" } },
    expected: { kind: "ended", endedOn: "2026-11-23" },
  },
  {
    story: "EDUCATION 7: not before the approval begins",
    change: { approval: { startsOn: "2026-11-25", endsOn: "2028-11-24" } },
    expected: { kind: "not-started", startsOn: "2026-11-25" },
  },
  {
    story: "EDUCATION 9: credited elsewhere",
    change: { isCreditedElsewhere: true },
    expected: { kind: "already-credited" },
  },
  {
    story: "EDUCATION 15: named by someone else and not confirmed, with or without a certificate for the address",
    change: { isUnconfirmed: true, isCreditedElsewhere: true },
    expected: { kind: "unconfirmed" },
  },
  { story: "no learner named", change: { participantKey: null }, expected: { kind: "unnamed" } },
  { story: "a unit whose access was revoked", change: { isWithdrawn: true }, expected: { kind: "closed" } },
  {
    story: "a unit of a refunded order whose access was left",
    change: { orderState: "refunded" },
    expected: { kind: "open", attemptsLeft: 3 },
  },
  { story: "SCENARIO 14: payment in process", change: { orderState: "processing" }, expected: { kind: "closed" } },
  { story: "a sample course", change: { hasTest: false }, expected: { kind: "sample" } },
  {
    story: "EDUCATION 12: an earned certificate stays, no matter what comes later",
    change: {
      passed: true,
      attemptsUsed: 3,
      orderState: "refunded",
      isWithdrawn: true,
      approval: { startsOn: "2020-01-01", endsOn: "2021-01-01" },
    },
    expected: { kind: "passed" },
  },
])("$story", ({ change, expected }) => {
  expect(standingOf({ ...facts, ...change }, today)).toEqual(expected);
});
