import { expect, test } from "vitest";
import { findListed, findSerious } from "./advisories.mjs";

const known = { router: { range: ">=6.0.0 <6.30.6", why: "redirects" } };

test.each([
  { version: "6.30.5", found: true },
  { version: "6.30.6", found: false },
  { version: "6.30.6-pre.1", found: true },
  { version: "6.4.0", found: true },
  { version: "5.9.9", found: false },
])("the list: router $version is affected: $found", ({ version, found }) => {
  const packages = { "": { version: "0.1.0" }, "node_modules/x/node_modules/router": { version } };
  expect(findListed(packages, known)).toEqual(found ? [`router ${version}: redirects`] : []);
});

test("the list knows an aliased package by its own name", () => {
  expect(findListed({ "node_modules/alias": { name: "router", version: "6.0.0" } }, known)).toHaveLength(1);
});

test("an audit fails on serious advisories that aren't accepted", () => {
  const advisory = (url: string, severity: string) => ({ name: "p", range: "<2", title: "t", url, severity });
  const vulnerabilities = {
    p: { via: [advisory("u1", "critical"), advisory("u2", "high"), advisory("u3", "moderate")] },
    dependent: { via: ["p"] },
  };
  expect(findSerious({ vulnerabilities }, { u2: "we never call it" })).toEqual(["p <2: t (u1)"]);
});
