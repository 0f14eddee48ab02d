import { expect, test } from "vitest";
import { mailState } from "./state";

const at = new Date("2026-11-30T18:00:00Z");

test.each([
  { state: "waiting", sentAt: null, givenUpAt: null, lastError: null },
  { state: "failing", sentAt: null, givenUpAt: null, lastError: "421 busy" },
  { state: "given-up", sentAt: null, givenUpAt: at, lastError: "550 no such mailbox" },
  { state: "sent", sentAt: at, givenUpAt: null, lastError: null },
  { state: "not-sent", sentAt: at, givenUpAt: null, lastError: "Not sent: the course was passed." },
])("a mail is $state", ({ state, ...row }) => {
  expect(mailState(row)).toBe(state);
});
