import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cutoffOf, keepText, retention, retentionMarkdown } from "./retention";

test("SECURITY 60: the guide shows the table that the job works by", () => {
  expect(readFileSync("docs/privacy.md", "utf8")).toContain(retentionMarkdown());
});

test("a row says in words how long it is kept", () => {
  expect(retention.map(keepText)).toEqual(
    expect.arrayContaining(["1 day after the last change", "7 years after payment", "for good"]),
  );
});

test("years are calendar years", () => {
  expect(cutoffOf("orders", new Date("2031-03-01T00:00:00Z"))).toEqual(new Date("2024-03-01T00:00:00Z"));
});
