import { readdirSync, readFileSync } from "node:fs";
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

test("SECURITY 60: the notice names what every cookie of the shop is for", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".server.ts"));
  const named = files.flatMap((file) => [...readFileSync(`app/${file}`, "utf8").matchAll(/shopCookie\("(\w+)"/g)]);
  // A new cookie needs its purpose in the notice first.
  const purposes = { cart: "your cart", customer: "your sign-in", staff: "your sign-in", device: "recognize a device" };
  expect(named.map(([, name]) => name).sort()).toEqual(Object.keys(purposes).sort());
  const notice = readFileSync("app/privacy/notice.tsx", "utf8").replace(/\s+/g, " ");
  for (const purpose of Object.values(purposes)) expect(notice).toContain(purpose);
});
