import fc from "fast-check";
import { expect, test } from "vitest";
import { contentDisposition } from "./content-disposition";

test.each([
  { story: "a plain name", name: "ct.pdf", expected: `attachment; filename="ct.pdf"; filename*=UTF-8''ct.pdf` },
  {
    story: "accents are kept for clients that support them",
    name: "Łódź é.pdf",
    expected: `attachment; filename="_odz e.pdf"; filename*=UTF-8''%C5%81%C3%B3d%C5%BA%20%C3%A9.pdf`,
  },
  {
    story: "the name can't leave the quotes, the line, or the folder",
    name: 'a"b\r\n../c.pdf',
    expected: `attachment; filename="a-b-..-c.pdf"; filename*=UTF-8''a-b-..-c.pdf`,
  },
])("SECURITY 5.4.2, RFC 6266: $story", ({ name, expected }) => {
  expect(contentDisposition("attachment", name)).toBe(expected);
});

test("SECURITY 5.4.2: for any name, the header is one line of printable ASCII with one quoted name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      expect(contentDisposition("inline", name)).toMatch(
        /^inline; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9%._~-]*$/,
      );
    }),
  );
});
