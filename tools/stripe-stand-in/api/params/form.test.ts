import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeForm, type FormValue } from "./form";

test.each([
  { story: "brackets nest", form: "a[b][c]=1&a[b][d]=2", tree: { a: { b: { c: "1", d: "2" } } } },
  { story: "numbered names are a list", form: "a[0][x]=1&a[1][x]=2", tree: { a: [{ x: "1" }, { x: "2" }] } },
  { story: "numbers order the list, not arrival", form: "a[10]=z&a[2]=y", tree: { a: ["y", "z"] } },
  { story: "empty brackets append", form: "expand[]=a&expand[]=b", tree: { expand: ["a", "b"] } },
  { story: "the last of several equal names wins", form: "a=1&a=2", tree: { a: "2" } },
  { story: "escapes are read", form: "a%5Bb%5D=caf%C3%A9+%26+tea", tree: { a: { b: "café & tea" } } },
  { story: "nothing is an empty tree", form: "", tree: {} },
  {
    story: "lists nest in lists",
    form: "a[0][b][0]=1&a[0][b][1]=2&a[1][b][0]=3",
    tree: { a: [{ b: ["1", "2"] }, { b: ["3"] }] },
  },
  { story: "empty brackets collect an element's names", form: "a[][b]=1&a[][c]=2", tree: { a: [{ b: "1", c: "2" }] } },
  {
    story: "a repeated name begins a new element",
    form: "a[][b]=1&a[][c]=2&a[][b]=3",
    tree: { a: [{ b: "1", c: "2" }, { b: "3" }] },
  },
  {
    story: "nested names can repeat too",
    form: "a[][b][c]=1&a[][b][d]=2&a[][b][c]=3",
    tree: { a: [{ b: { c: "1", d: "2" } }, { b: { c: "3" } }] },
  },
  { story: "a list in an element grows", form: "a[][b][]=1&a[][b][]=2", tree: { a: [{ b: ["1", "2"] }] } },
  { story: "of equal nested names, the last wins", form: "a[b]=1&a[b]=2", tree: { a: { b: "2" } } },
  { story: "encoded brackets are brackets", form: "a%5B0%5D%5Bb%5D=1", tree: { a: [{ b: "1" }] } },
  { story: "a plus is a space, an encoded plus a plus", form: "a=1+2&b=1%2B2", tree: { a: "1 2", b: "1+2" } },
  { story: "only the first equals sign separates", form: "a=b=c", tree: { a: "b=c" } },
  { story: "a name without a value is empty", form: "a&b=", tree: { a: "", b: "" } },
  { story: "empty pairs are ignored", form: "&&a=1&", tree: { a: "1" } },
])("$story", ({ form, tree }) => {
  expect(decodeForm(form)).toEqual({ ok: true, value: tree });
});

test.each(["a[=1", "a]b=1", "[a]=1", "a[b]c=1"])("the unbalanced name %s is unknown", (form) => {
  expect(decodeForm(form)).toMatchObject({ ok: false, problem: { error: { code: "parameter_unknown" } } });
});

test.each(["a=%", "a=%zz", "a=100%&b=1", "a=%C3", "%E0%A4%A=1"])("%s isn't valid encoding", (form) => {
  expect(decodeForm(form)).toMatchObject({
    ok: false,
    problem: {
      status: 400,
      error: { type: "invalid_request_error", message: expect.stringContaining("Invalid form-encoding") },
    },
  });
});

test("a name cannot be a value and a branch", () => {
  expect(decodeForm("a=1&a[b]=2")).toMatchObject({ ok: false, problem: { error: { param: "a[b]" } } });
});

test("a parameter called __proto__ touches no prototype", () => {
  const read = decodeForm("__proto__[polluted]=1");
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
  expect(read.ok && Object.keys(read.value)).toEqual(["__proto__"]);
});

test("what is written reads back the same", () => {
  const name = fc.stringMatching(/^[a-z_]{1,8}$/);
  const { tree } = fc.letrec<{ value: FormValue; tree: Record<string, FormValue> }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.string({ unit: "grapheme" }),
      fc.array(tie("value"), { minLength: 1, maxLength: 3 }),
      tie("tree"),
    ),
    tree: fc.dictionary(name, tie("value"), { minKeys: 1, maxKeys: 4 }),
  }));
  fc.assert(
    fc.property(tree, (written) => {
      expect(decodeForm(encode(written))).toEqual({ ok: true, value: { ...written } });
    }),
  );
});

/** The way the SDK writes forms: `parent[child]=value`, with numbered lists. */
function encode(tree: Record<string, FormValue>): string {
  const pairs = Object.entries(tree).flatMap(([name, value]) => pairsOf(name, value));
  return pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
}

function pairsOf(name: string, value: FormValue): [string, string][] {
  if (typeof value === "string") return [[name, value]];
  return Object.entries(value).flatMap(([key, inner]) => pairsOf(`${name}[${key}]`, inner));
}
