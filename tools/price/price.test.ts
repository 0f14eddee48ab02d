import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { z } from "zod";
import { Terms } from "~/promotions/kinds/kinds";
import { PriceDocument } from "~/promotions/pricing/document/price-document";
import { answerPrice } from "./answer-price";

const example = () => JSON.parse(readFileSync("docs/examples/price.json", "utf8"));

/** The command itself. */
function run(input: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "tools/price.ts", ...args], {
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr: stderr.trim().split("\n") };
}

/** What the command would print, because a process for each document takes half a second. */
async function price(input: string | Buffer, ...args: string[]) {
  const { status, out, errors } = await answerPrice(args, Readable.from([Buffer.from(input)]));
  return { status, stdout: out, stderr: errors.split("\n") };
}

test("the guide's example produces the guide's answer, from a file and from standard input", () => {
  const answer = JSON.parse(readFileSync("docs/examples/price.answer.json", "utf8"));
  for (const { status, stdout, stderr } of [run("", "docs/examples/price.json"), run(JSON.stringify(example()))]) {
    expect([status, stderr]).toEqual([0, [""]]);
    expect(JSON.parse(stdout)).toEqual(answer);
  }
});

test("the schema in the guide matches the types", () => {
  const schema = JSON.parse(readFileSync("docs/price-document.schema.json", "utf8"));
  expect(schema).toEqual(z.toJSONSchema(PriceDocument, { io: "input" }));
  expect(JSON.parse(run("", "--schema").stdout)).toEqual(schema);
});

test("the guide's terms for every kind are valid", () => {
  const guide = readFileSync("docs/price.md", "utf8");
  const terms = z.array(Terms).parse(JSON.parse(/```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? ""));
  expect(new Set(terms.map(({ kind }) => kind)).size).toBe(Terms.options.length);
});

test.each([
  { story: "not JSON", input: '{\n "a": 1,\n b: 2 }', error: /^standard input:3:2: The document is not JSON: / },
  { story: "cut off", input: '{"lines": [', error: /^standard input:1:12: The document is not JSON: / },
  { story: "not text", input: Buffer.from([0x22, 0xff, 0x22]), error: /The document is not text in UTF-8\.$/ },
  { story: "empty", input: " ", error: /^standard input: The document is empty/ },
  { story: "the wrong shape", input: "[]", error: /^the document: / },
  { story: "larger than 10 MB", input: `"${"x".repeat(10_000_001)}"`, error: /larger than 10 MB/ },
])("a document that is $story is reported in one line", async ({ input, error }) => {
  const { status, stdout, stderr } = await price(input);
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toEqual([expect.stringMatching(error)]);
});

test("unreadable files are reported in one line", async () => {
  expect(run("", "nowhere.json")).toEqual({
    status: 1,
    stdout: "",
    stderr: ["nowhere.json: No such file."],
  });
  expect(await price("", "docs")).toEqual({ status: 1, stdout: "", stderr: ["docs: This is a folder."] });
});

test("unknown arguments print the usage", async () => {
  for (const args of [["--help"], ["docs/examples/price.json", "another.json"]])
    expect(await price("", ...args)).toMatchObject({
      status: 1,
      stdout: "",
      stderr: expect.arrayContaining(["Usage:"]),
    });
});

test("a byte order mark at the start does no harm", async () => {
  expect(await price(`\uFEFF${JSON.stringify(example())}`)).toMatchObject({ status: 0, stderr: [""] });
});

test.each<{ story: string; change: (document: ReturnType<typeof example>) => void; error: string | RegExp }>([
  {
    story: "a price as text",
    change: (d) => (d.promotions[0].terms.price.cents = "99.50"),
    error: /^promotions\[0\]\.terms\.price\.cents: /,
  },
  { story: "an unknown key", change: (d) => (d.lines[1].qty = 2), error: "lines[1].qty: Unknown key." },
  {
    story: "a key across two lines",
    change: (d) => (d.stock["a\nb"] = 2),
    error: 'stock["a\\nb"]: Unknown key.',
  },
  { story: "a negative quantity", change: (d) => (d.lines[0].quantity = -1), error: /^lines\[0\]\.quantity: / },
  {
    story: "an unknown kind",
    change: (d) => (d.promotions[1].terms.kind = "lottery"),
    error: /^promotions\[1\]\.terms\.kind: /,
  },
  { story: "a time without a zone", change: (d) => (d.now = "2026-11-24T12:00:00"), error: /^now: / },
  {
    story: "an end before the start",
    change: (d) => (d.promotions[0].endsAt = "2026-11-01T00:00:00Z"),
    error: "promotions[0].endsAt: The end must be later than the start.",
  },
  {
    story: "the same id twice",
    change: (d) => (d.lines[1].id = d.lines[0].id),
    error: "lines[1].id: Another line has this id.",
  },
  {
    story: "codes on a sale",
    change: (d) => (d.promotions[0].codes = ["X"]),
    error: "promotions[0].codes: Only a coupon can have codes.",
  },
  {
    story: "a refund of too many units",
    change: (d) => (d.refunds[1].quantity = 3),
    error: "refunds[1].quantity: Units of this line left to refund: 2.",
  },
  {
    story: "a refund of an unknown line",
    change: (d) => (d.refunds[0].line = "x"),
    error: "refunds[0].line: No line has this id.",
  },
])("$story is refused with its path", async ({ change, error }) => {
  const document = example();
  change(document);
  const { status, stdout, stderr } = await price(JSON.stringify(document));
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toContainEqual(typeof error === "string" ? error : expect.stringMatching(error));
});
