import { expect, test } from "vitest";
import { AuditQuery } from "./query";

test("a link to a subject's audit opens", () => {
  expect(AuditQuery.parse({ subject: "promotion:x", page: "two" })).toEqual({ subject: "promotion:x", page: 1 });
});
