import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import routes from "~/routes";
import { addresses } from "./addresses";
import { href } from "./href";
import { accountTwins, type MailedName } from "./mailed";

type Entry = { path?: string; file: string; index?: boolean; children?: Entry[] };

const served = (routes as Entry[]).flatMap((entry) => withFrame(entry, ""));
function withFrame({ path = "", file, index, children = [] }: Entry, frame: string): { path: string; file: string }[] {
  const whole = [frame, path].filter(Boolean).join("/");
  const own = { path: whole, file };
  // A frame's index screen is at the frame's own address.
  return [...(index && frame ? [] : [own]), ...children.flatMap((child) => withFrame(child, whole))];
}
function files(entry: Entry): string[] {
  return [entry.file, ...(entry.children ?? []).flatMap(files)];
}

test("the routes serve every address in the table once, and nothing else except the not-found page", () => {
  expect(served.map(({ path }) => path).sort()).toEqual([...Object.values(addresses), "*"].sort());
  expect(new Set(Object.values(addresses)).size).toBe(Object.keys(addresses).length);
});

test("every address has a file of its own, but a mailed page and its twin in the account share one; every file has an address", () => {
  const fileAt = new Map(served.map(({ path, file }) => [path, file]));
  const twins = Object.entries(accountTwins) as [MailedName, (typeof accountTwins)[MailedName]][];
  for (const [mailed, own] of twins) expect(fileAt.get(addresses[own]), own).toBe(fileAt.get(addresses[mailed]));
  const shared = twins.map(([mailed]) => fileAt.get(addresses[mailed]) ?? "");
  const all = (routes as Entry[]).flatMap(files).sort();
  expect(all.filter((file, index) => all.indexOf(file) !== index)).toEqual(shared.sort());
  expect([...new Set(all)]).toEqual(
    readdirSync("app/routes", { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `routes/${file.replaceAll("\\", "/")}`)
      .sort(),
  );
});

const sources = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^addresses\/|^platform\/prisma\//.test(file))
  .map((file) => ({ file, lines: readFileSync(`app/${file}`, "utf8").split("\n") }));

/** The first segments of the shop's addresses: one of these after a slash is an address. */
const places = new Set(Object.values(addresses).flatMap((pattern) => pattern.split("/")[0] || []));

function addressesIn(line: string): string[] {
  if (/^\s*(\/\/|\/?\*)/.test(line)) return [];
  return [...line.matchAll(/["'`}]\/([\w.-]+)/g)].flatMap(([, place = ""]) => (places.has(place) ? [place] : []));
}

test("no address is written by hand", () => {
  const found = sources.flatMap(({ file, lines }) =>
    lines.flatMap((line, index) => (addressesIn(line).length > 0 ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
  expect(found, "use href()").toEqual([]);
});

test("no link, form, or redirect has a hand-written path", () => {
  const found = sources.flatMap(({ file, lines }) =>
    lines.flatMap((line, index) =>
      /\b(to|href|action|formAction)=(\{?["'`])\/|\bredirect\(["'`]\//.test(line)
        ? [`${file}:${index + 1} ${line.trim()}`]
        : [],
    ),
  );
  expect(found, "use href()").toEqual([]);
});

test.each([
  { line: '<Link to="/cart">', found: ["cart"] },
  { line: "redirect(`/staff/orders`)", found: ["staff"] },
  { line: "{origin}/verify/{code}", found: ["verify"] },
  { line: '// "/cart" is in a comment', found: [] },
  { line: 'path.split("/")', found: [] },
  { line: 'href="/icon.svg"', found: [] },
])("addresses found in $line: $found", ({ line, found }) => {
  expect(addressesIn(line)).toEqual(found);
});

test("href() writes exactly what the routes serve", () => {
  for (const [name, pattern] of Object.entries(addresses)) {
    const parameters = Object.fromEntries([...pattern.matchAll(/:(\w+)/g)].map(([whole, key]) => [key, whole]));
    const written = href(name as "staffOrder", parameters as { order: string });
    expect(decodeURIComponent(written)).toBe(`/${pattern}`);
  }
});
