import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { z } from "zod";
import { longForm, readForm, visitorForm } from "./read";

const raw = (body: string) => new Request("https://shop.example", { method: "POST", body });
const sent = (name: string) => raw(String(new URLSearchParams({ [name]: "x" })));

test.each(["email", "address.postalCode", "seats[49].name", "tiers[0].quantity", "courses[]", "", "ünïcode"])(
  "a field may be named %j",
  async (name) => {
    expect((await readForm(sent(name))).get(name)).toBe("x");
  },
);

test.each([
  ...["seats[999999999].name", "seats[1000]", "x[-1]", "x[1e9]", "a[0][0][0][0]", "x]", "n".repeat(5000)],
  ...["a.a.a.a.a", ".".repeat(50), "a[0].b[0].c"],
])("SECURITY 23: a field named %j is a 400", async (name) => {
  await expect(readForm(sent(name))).rejects.toMatchObject({ status: 400 });
});

test.each(["__intent__", "__state__"])(
  "SECURITY 23: Conform’s internal field %s, which our pages never send, is a 400",
  async (name) => {
    await expect(readForm(sent(name))).rejects.toMatchObject({ status: 400 });
  },
);

test.each([
  { story: "a NUL", body: "name=a%00b" },
  { story: "a NUL in a name", body: "na%00me=a" },
  { story: "half a surrogate pair", body: "name=%ED%A0%80" },
  { story: "bytes that are no UTF-8", body: "name=%FF%FE" },
  { story: "a broken escape", body: "name=%zz" },
])("SECURITY 36: $story is a 400 that says what to do", async ({ body }) => {
  const refused = (await readForm(raw(body)).catch((error: unknown) => error)) as Response;
  expect(refused.status).toBe(400);
  expect(await refused.text()).toMatch(/type the text again/);
});

test.each([
  { story: "a visitor's form", bounds: visitorForm },
  { story: "a long form of staff", bounds: longForm },
])("SECURITY 23: $story has so many fields and no more, and so many characters", async ({ bounds }) => {
  const fits = await readForm(raw("a=&".repeat(bounds.fields - 1)), bounds);
  expect([...fits.keys()]).toHaveLength(bounds.fields - 1);
  const refused = (await readForm(raw("a=&".repeat(bounds.fields)), bounds).catch(
    (error: unknown) => error,
  )) as Response;
  expect(refused.status).toBe(413);
  expect(await refused.text()).toMatch(/more than [\d,]+ fields. Go back, choose fewer items/);
  const long = raw(`a=${"x".repeat(bounds.characters)}`);
  await expect(readForm(long, bounds)).rejects.toMatchObject({ status: 413 });
});

test.each([
  { story: "one field", body: "course=a&other=c", courses: ["a"] },
  { story: "a repeated field", body: "course=a&course=b&other=c", courses: ["a", "b"] },
  { story: "a list by name", body: "course[]=a&course[]=b&other=c", courses: ["a", "b"] },
  { story: "encoded text", body: "course=Lim%2C+Ada%0D%0A%26%3D%E2%98%83&other=c", courses: ["Lim, Ada\r\n&=☃"] },
])("$story is read as browsers send it", async ({ body, courses }) => {
  const schema = z.object({ course: z.array(z.string()), other: z.literal("c") });
  const submission = parseWithZod(await readForm(raw(body)), { schema });
  expect(submission.status === "success" && submission.value).toEqual({ course: courses, other: "c" });
});

test("SECURITY 35: twice as many equal names are not copied four times as often", async () => {
  const schema = z.object({ course: z.array(z.string()) });
  const concat = Array.prototype.concat;
  const copied = async (fields: number) => {
    let items = 0;
    Array.prototype.concat = function (this: unknown[], ...lists: unknown[]) {
      items += this.length;
      return concat.apply(this, lists);
    } as typeof concat;
    try {
      parseWithZod(await readForm(raw("course=a&".repeat(fields)), longForm), { schema });
    } finally {
      Array.prototype.concat = concat;
    }
    return items;
  };
  const [some, twice] = [await copied(500), await copied(1000)];
  expect(twice).toBeLessThanOrEqual(2 * some + 100);
});

test("SECURITY 23: every form is read with readForm", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
    /(?<!\.test)\.tsx?$/.test(file),
  );
  const readers = files.filter((file) =>
    /request\.(text|formData|json)\(\)/.test(readFileSync(join("app", file), "utf8")),
  );
  // A webhook's signature covers its raw body.
  expect(readers.sort(), "read it with readForm").toEqual(["core/form/read.ts", "routes/stripe.webhook.ts"]);
});
