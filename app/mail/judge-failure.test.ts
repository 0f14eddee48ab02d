import { expect, test } from "vitest";
import { judgeFailure } from "./judge-failure";

const smtp = (facts: object, message = "it failed") => Object.assign(new Error(message), facts);

test.each([
  {
    story: "the recipient is refused for good",
    error: smtp({ code: "EENVELOPE", command: "RCPT TO", responseCode: 550, permanent: true }),
    expected: { isFinal: true, isServerDown: false },
  },
  {
    story: "the message is refused for good",
    error: smtp({ code: "EMESSAGE", command: "DATA", responseCode: 554, permanent: true }),
    expected: { isFinal: true, isServerDown: false },
  },
  {
    story: "the mailbox is busy",
    error: smtp({ code: "EENVELOPE", command: "RCPT TO", responseCode: 450, permanent: false }),
    expected: { isFinal: false, isServerDown: false },
  },
  {
    story: "an address that no server would take",
    error: smtp({ code: "EENVELOPE", command: "API" }),
    expected: { isFinal: true, isServerDown: false },
  },
  {
    story: "the log-in is wrong: the operator's to mend",
    error: smtp({ code: "EAUTH", command: "AUTH PLAIN", responseCode: 535, permanent: true }),
    expected: { isFinal: false, isServerDown: true },
  },
  {
    story: "the sender is refused: the operator's to mend",
    error: smtp({ code: "EENVELOPE", command: "MAIL FROM", responseCode: 553, permanent: true }),
    expected: { isFinal: false, isServerDown: true },
  },
  {
    story: "nobody answers",
    error: smtp({ code: "ESOCKET", command: "CONN", originalCode: "ECONNREFUSED" }),
    expected: { isFinal: false, isServerDown: true },
  },
  {
    story: "it takes too long",
    error: smtp({ code: "ETIMEDOUT", command: "CONN" }),
    expected: { isFinal: false, isServerDown: true },
  },
  { story: "a bug", error: new TypeError("no such field"), expected: { isFinal: false, isServerDown: false } },
  {
    story: "the database's own code is not SMTP's",
    error: smtp({ code: "P2024" }),
    expected: { isFinal: false, isServerDown: false },
  },
  { story: "something that is no error", error: "odd", expected: { isFinal: false, isServerDown: false } },
])("$story", ({ error, expected }) => {
  expect(judgeFailure(error)).toMatchObject(expected);
});

test("what a server says is kept without the address and not at any length", () => {
  const error = smtp({ code: "EENVELOPE" }, `550 <ada@example.com> is unknown ${"!".repeat(1000)}`);
  const { words } = judgeFailure(error);
  expect(words).toMatch(/^550 <\(address\)> is unknown/);
  expect(words).toHaveLength(500);
});
