import { inflateSync } from "node:zlib";

/** The text of one of our documents, one string per page: what its fonts' ToUnicode tables say its
 *  glyphs mean. Reads what pdfkit writes, not every PDF. */
export function pdfText(pdf: Buffer): string[] {
  const objects = new Map<string, string>();
  for (const [, id = "", body = ""] of pdf.toString("latin1").matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(id, plain(body));
  const follow = (text: string, name: string) =>
    objects.get(new RegExp(`/${name} (\\d+) 0 R`).exec(text)?.[1] ?? "") ?? "";
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\n/.test(body))
    .map((page) => {
      const resources = follow(page, "Resources");
      const fonts = new Map(
        [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", id = ""]) => [
          name,
          readGlyphs(follow(objects.get(id) ?? "", "ToUnicode")),
        ]),
      );
      return readContent(follow(page, "Contents"), fonts);
    });
}

/** An object with its decompressed stream. */
function plain(body: string): string {
  const [head = "", stream] = body.split(/stream\n([\s\S]*)\nendstream/);
  if (!stream || !head.includes("/FlateDecode")) return body;
  return `${head}\n${inflateSync(Buffer.from(stream, "latin1")).toString("latin1")}`;
}

/** Glyph number to text, from `<0000> <0012> [<0000> <0041> …]`. */
function readGlyphs(table: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, from = "", list = ""] of table.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([\w ]*)>/g)].forEach(([, hex = ""], at) => {
      const units = hex.replaceAll(" ", "").match(/.{4}/g) ?? [];
      glyphs.set(
        Number.parseInt(from, 16) + at,
        String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
      );
    });
  }
  return glyphs;
}

function readContent(content: string, fonts: Map<string, Map<number, string>>): string {
  let glyphs = new Map<number, string>();
  const pieces: string[] = [];
  for (const [, font, array] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) glyphs = fonts.get(font) ?? new Map();
    else {
      const shown = [...(array ?? "").matchAll(/<(\w+)>/g)].flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? []);
      pieces.push(shown.map((glyph) => glyphs.get(Number.parseInt(glyph, 16)) ?? "\ufffd").join(""));
    }
  }
  return pieces.join("\n");
}
