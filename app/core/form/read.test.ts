import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readForm } from "./read";

const sent = (name: string) =>
  new Request("https://shop.example", { method: "POST", body: new URLSearchParams({ [name]: "x" }) });

test.each(["email", "address.postalCode", "seats[49].name", "tiers[0].quantity", "courses[]", "", "ünïcode"])(
  "a field may be named %j",
  async (name) => {
    expect((await readForm(sent(name))).get(name)).toBe("x");
  },
);

test.each(["seats[999999999].name", "seats[1000]", "x[-1]", "x[1e9]", "a[0][0][0][0]", "x]", "n".repeat(5000)])(
  "SECURITY 23: a field named %j is a 400",
  async (name) => {
    await expect(readForm(sent(name))).rejects.toMatchObject({ status: 400 });
  },
);

test.each(["__intent__", "__state__"])(
  "SECURITY 23: Conform’s internal field %s, which our pages never send, is a 400",
  async (name) => {
    await expect(readForm(sent(name))).rejects.toMatchObject({ status: 400 });
  },
);

test("SECURITY 23: every form is read with readForm", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
    /(?<!\.test)\.tsx?$/.test(file),
  );
  const elsewhere = files.filter((file) => readFileSync(join("app", file), "utf8").includes("request.formData()"));
  expect(elsewhere, "read it with readForm from core/form/read.ts").toEqual(["core/form/read.ts"]);
});
