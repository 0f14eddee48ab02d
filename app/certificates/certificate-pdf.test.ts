import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { credits } from "~/core/credits";
import type { Paper } from "~/core/paper";
import { pdfText } from "../../tests/support/pdf-text";
import { certificatePdf } from "./certificate-pdf.server";
import type { CertifiedDiscipline, Snapshot } from "./snapshot";

const radiography: CertifiedDiscipline = {
  code: "R",
  name: "Radiography",
  specification: "2022-01-01",
  credits: credits(225),
  categories: [
    { code: "PC", name: "Patient Care", credits: credits(0) },
    { code: "SA", name: "Safety", credits: credits(175) },
    { code: "IP", name: "Image Production", credits: credits(50) },
    { code: "PR", name: "Procedures", credits: credits(0) },
  ],
};
const snapshot: Snapshot = {
  number: "2026-7K4M-9QXT",
  participant: "Dana Meyer-Okonkwo, R.T.(R)",
  courseTitle: "Managing Dose in Fluoroscopy",
  referenceNumber: "LCI-0242013-01",
  approver: "Lakeshore Council for Imaging Education",
  category: "A",
  credits: credits(250),
  disciplines: [radiography],
  completedOn: "2026-11-24",
  approvalEndsOn: "2029-04-30",
  sponsor: "Sponsor, LLC",
  signatoryName: "Ileana Brightwater-Sow, MEd",
  signatoryTitle: "Director of Education",
  verificationUrl: "https://shop.example/verify/AbCdEfGhIjKlMnOpQrSt_-",
};

async function print(change: Partial<Snapshot> = {}, demo = false, paper: Paper = "letter") {
  const pdf = certificatePdf({ ...snapshot, ...change }, { paper, demo, at: new Date(0), compress: false });
  const bytes = await buffer(pdf);
  const pages = pdfText(bytes).map((page) => page.replaceAll(/\s+/g, " "));
  return { bytes, pages, front: pages[0] ?? "" };
}

test("EDUCATION 12: the sheet shows all that a certificate must", async () => {
  const { front, pages } = await print();
  expect(pages).toHaveLength(1);
  for (const said of [
    "Dana Meyer-Okonkwo, R.T.(R)",
    "Managing Dose in Fluoroscopy",
    "LCI-0242013-01",
    "Lakeshore Council for Imaging Education",
    "2.5 credits, Category A",
    "Radiography",
    "2.25",
    "Safety 1.75",
    "Image Production 0.50",
    "Patient Care 0.00",
    "Nov 24, 2026",
    "Apr 30, 2029",
    "Sponsor, LLC",
    "Ileana Brightwater-Sow, MEd",
    "Director of Education",
    "2026-7K4M-9QXT",
  ])
    expect(front).toContain(said);
  expect(front.replaceAll(" ", "")).toContain(snapshot.verificationUrl);
});

test("PAYMENTS 6: a demonstration's certificate says across the page that it is not valid; another's does not", async () => {
  expect((await print({}, true)).front).toMatch(/DEMONSTRATION NOT VALID/);
  expect((await print()).front).not.toMatch(/DEMONSTRATION|NOT VALID/);
});

test.each([
  { script: "Arabic", participant: "محمد عبد الرحمن", kept: /د/ },
  { script: "Hebrew and Latin", participant: "שרה לוי Smith", kept: /Smith/ },
  { script: "Han, kana and Hangul", participant: "陳偉 さくら 김민준", kept: /陳偉 さくら 김민준/ },
  { script: "Greek and Cyrillic", participant: "Ελένη Юлия", kept: /Ελένη Юлия/ },
  { script: "Devanagari and Thai", participant: "कुमार สมชาย", kept: /म/ },
  { script: "emoji", participant: "Zoë 👩‍⚕️ 😀", kept: /Zoë/ },
  { script: "combining marks", participant: "Nguyễn q̃ ạ̈", kept: /Nguyễn/ },
  { script: "a script that no font has", participant: "Ada 𐎠𐎡", kept: /Ada/ },
])("SECURITY 30: names in a PDF: $script", async ({ participant, kept }) => {
  expect((await print({ participant })).front).toMatch(kept);
});

test("SECURITY 30: names in a PDF: 200 characters in one word or in many are all there, on one sheet", async () => {
  const words = "Maximiliana-Feather ".repeat(10).trim();
  expect((await print({ participant: words })).front).toContain(words);
  const { front, pages } = await print({ participant: "W".repeat(200) });
  expect(front.replaceAll(" ", "")).toContain("W".repeat(200));
  expect(pages).toHaveLength(1);
});

test("more disciplines than the front has room for stand on a page of their own", async () => {
  const disciplines = Array.from({ length: 9 }, (_, index) => ({ ...radiography, name: `Discipline ${index + 1}` }));
  const { pages } = await print({ disciplines });
  expect(pages).toHaveLength(2);
  expect(pages[0]).toContain("see the next page");
  for (const { name } of disciplines) expect(pages[1]).toContain(name);
});

test("both papers are served", async () => {
  expect((await print()).bytes.toString("latin1")).toContain("/MediaBox [0 0 792 612]");
  expect((await print({}, false, "a4")).bytes.toString("latin1")).toContain("/MediaBox [0 0 841.89 595.28]");
});
