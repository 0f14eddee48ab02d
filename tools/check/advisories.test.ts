import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findListed, findUnnamed } from "./advisories.mjs";

const entry = { package: "router", range: ">=6.0.0 <6.30.6", url: "u1", what: "redirects", because: "of links" };
const reached = { ...entry, reachable: "yes" };
const unreached = { ...entry, reachable: "no" };
const installed = (version: string) => ({
  "": { version: "0.1.0" },
  "node_modules/x/node_modules/router": { version },
});

test.each([
  { version: "6.30.5", found: true },
  { version: "6.30.6", found: false },
  { version: "6.30.6-pre.1", found: true },
  { version: "6.4.0", found: true },
  { version: "5.9.9", found: false },
])("the list: router $version is affected: $found", ({ version, found }) => {
  expect(findListed(installed(version), [reached])).toEqual(
    found ? [`router ${version}: redirects; reachable: of links`] : [],
  );
});

test("the list knows an aliased package by its own name", () => {
  expect(findListed({ "node_modules/alias": { name: "router", version: "6.0.0" } }, [reached])).toHaveLength(1);
});

test("SECURITY 56: an advisory that isn’t reached passes while its version is installed, and then has to go", () => {
  expect(findListed(installed("6.4.0"), [unreached])).toEqual([]);
  expect(findListed(installed("7.0.0"), [unreached])).toHaveLength(1);
});

test.each([
  { story: "whether it is reachable", change: { reachable: undefined } },
  { story: "a plain yes or no", change: { reachable: "maybe" } },
  { story: "because of what", change: { because: "" } },
  { story: "what it is", change: { what: undefined } },
  { story: "where it is described, if it is waved through", change: { url: undefined } },
])("SECURITY 56: an entry must say $story", ({ change }) => {
  expect(findListed(installed("6.4.0"), [{ ...unreached, ...change }])).toHaveLength(1);
});

test("SECURITY 56: an audit fails for each advisory of production, and each serious one, that nobody named", () => {
  const advisory = (url: string, severity: string) => ({ name: "p", range: "<2", title: "t", url, severity });
  const vulnerabilities = {
    p: { via: [advisory("u1", "critical"), advisory("u2", "high"), advisory("u3", "moderate")] },
    dependent: { via: ["p"] },
  };
  const named = [{ ...unreached, url: "u2" }];
  expect(findUnnamed({ vulnerabilities }, named, /^(high|critical)$/)).toEqual(["p <2: t (u1)"]);
  expect(findUnnamed({ vulnerabilities }, named, /./)).toEqual(["p <2: t (u1)", "p <2: t (u3)"]);
  expect(findUnnamed(undefined, named, /./)).toEqual([]);
});

test("SECURITY 56: this shop’s own list is whole and fits what is installed", () => {
  const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
  expect(findListed(read("package-lock.json").packages, read("tools/check/advisories.json"))).toEqual([]);
});

test("turbo-stream, which decodes what single fetch receives, isn’t installed", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const stand = Object.entries<{ name?: string }>(packages).filter(([path]) => path.endsWith("/turbo-stream"));
  expect(stand.map(([, { name }]) => name)).toEqual(stand.map(() => "empty-npm-package"));
});
