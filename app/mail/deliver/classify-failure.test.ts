import { expect, test } from "vitest";
import { classifyFailure } from "./classify-failure";

const smtp = (facts: object, message = "it failed") => Object.assign(new Error(message), facts);

test.each([
  {
    story: "the recipient is rejected permanently",
    error: smtp({ code: "EENVELOPE", command: "RCPT TO", responseCode: 550, permanent: true }),
    expected: { isFinal: true, isServerDown: false },
  },
  {
    story: "the message is rejected permanently",
    error: smtp({ code: "EMESSAGE", command: "DATA", responseCode: 554, permanent: true }),
    expected: { isFinal: true, isServerDown: false },
  },
  {
    story: "the mailbox is busy",
    error: smtp({ code: "EENVELOPE", command: "RCPT TO", responseCode: 450, permanent: false }),
    expected: { isFinal: false, isServerDown: false },
  },
  {
    story: "an invalid address",
    error: smtp({ code: "EENVELOPE", command: "API" }),
    expected: { isFinal: true, isServerDown: false },
  },
  {
    story: "the login is wrong: for the operator to fix",
    error: smtp({ code: "EAUTH", command: "AUTH PLAIN", responseCode: 535, permanent: true }),
    expected: { isFinal: false, isServerDown: true },
  },
  {
    story: "the sender is rejected: for the operator to fix",
    error: smtp({ code: "EENVELOPE", command: "MAIL FROM", responseCode: 553, permanent: true }),
    expected: { isFinal: false, isServerDown: true },
  },
  {
    story: "no answer",
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
  { story: "something that isn't an Error", error: "odd", expected: { isFinal: false, isServerDown: false } },
])("$story", ({ error, expected }) => {
  expect(classifyFailure(error)).toMatchObject(expected);
});

test("a server's reply is kept without addresses and shortened", () => {
  const error = smtp({ code: "EENVELOPE" }, `550 <ada@example.com> is unknown ${"!".repeat(1000)}`);
  const { words } = classifyFailure(error);
  expect(words).toMatch(/^550 <\(address\)> is unknown/);
  expect(words).toHaveLength(500);
});
