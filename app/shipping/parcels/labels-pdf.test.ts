import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { createPdf } from "~/platform/pdf/pdf.server";
import { pdfText } from "../../../tests/support/pdf-text";
import { addressLines, MailingAddress, toStripeAddress } from "../address";
import { fitLines } from "./address-block.server";
import { labelSheetsPdf, singleLabelsPdf } from "./labels-pdf.server";

const at = new Date("2026-11-24T18:00:00Z");
const sender = {
  name: "Tungsten Row Imaging Education",
  address: ["1180 Foundry Street, Suite 4", "Port Alder, WI 53299"],
};
const labelFor = (number: number, address: string[]) => ({ number, address });
const ada = ["Ada Lim", "12 Canal Street", "Madison, WI 53703"];

/** The text of each page without line breaks. */
async function printed(pdf: ReturnType<typeof singleLabelsPdf>): Promise<string[]> {
  return pdfText(await buffer(pdf)).map((page) => page.replaceAll(/\s+/g, ""));
}
/** Letters in any sequence: some scripts are printed in a different sequence than typed. */
const letters = (text: string) => [...text.replaceAll(/\s+/g, "")].sort().join("");

test("a label for a label printer: 4 × 6 in, one page per parcel, with sender, address, and order", async () => {
  const pdf = await buffer(singleLabelsPdf([labelFor(1042, ada), labelFor(1043, ada)], sender, { at }));
  expect(pdf.toString("latin1")).toContain("/MediaBox [0 0 288 432]");
  const pages = pdfText(pdf);
  expect(pages).toHaveLength(2);
  for (const words of [
    "Tungsten Row Imaging Education",
    "Ada Lim",
    "12 Canal Street",
    "Madison, WI 53703",
    "Order 1042",
  ])
    expect(pages[0]).toContain(words);
});

test.each(["letter", "a4"] as const)(
  "a sheet of six on %s continues on a second page, and used labels are skipped",
  async (paper) => {
    const labels = Array.from({ length: 5 }, (_, index) => labelFor(1000 + index, ada));
    expect(await printed(labelSheetsPdf(labels, sender, { paper, skip: 0, at }))).toHaveLength(1);
    const [first = "", second = ""] = await printed(labelSheetsPdf(labels, sender, { paper, skip: 4, at }));
    expect([first.match(/AdaLim/g)?.length, second.match(/AdaLim/g)?.length]).toEqual([2, 3]);
  },
);

test.each([
  ["Chinese and Japanese", ["王小明", "北京市朝阳区建国路88号", "東京都千代田区丸の内1-1"]],
  ["Korean", ["김철수", "서울특별시 종로구 세종대로 175"]],
  ["Cyrillic and Greek", ["Наталія Коваленко", "вул. Хрещатик, 22", "Οδός Σταδίου 10"]],
  ["Hindi", ["राजेश कुमार", "नई दिल्ली"]],
  ["Vietnamese", ["Nguyễn Thị Ánh", "Đường Lê Lợi"]],
  ["Hebrew", ["דנה לוי", "רחוב הרצל 10"]],
])("an address in %s is printed with fonts that have its letters", async (_, address) => {
  const [without = ""] = await printed(singleLabelsPdf([labelFor(1, [])], sender, { at }));
  const [page = ""] = await printed(singleLabelsPdf([labelFor(1, address)], sender, { at }));
  expect(letters(page)).toBe(letters(without + address.join("")));
});

test("an Arabic address is set in joined letters", async () => {
  const [page = ""] = await printed(singleLabelsPdf([labelFor(1, ["محمد الأمين", "شارع التحرير"])], sender, { at }));
  expect(page).toMatch(/[\p{Script=Arabic}]{10}/u);
  expect(page).not.toContain("\ufffd");
});

const longest = {
  name: "W".repeat(200),
  line1: "W".repeat(200),
  line2: "漢".repeat(200),
  city: "W".repeat(100),
  state: "W".repeat(100),
  postalCode: "9".repeat(20),
  country: "GS",
};

test("the longest address the form accepts fits on the smallest label, with every letter", async () => {
  const address = addressLines(toStripeAddress(MailingAddress.parse(longest)));
  const pdf = createPdf({ paper: "letter", title: "", author: "", at });
  const { size, lines } = fitLines(pdf, address, { face: "strong", width: 236, height: 130, largest: 15 });
  expect(lines.length * size * 1.25).toBeLessThanOrEqual(130);
  for (const { width } of lines) expect(width).toBeLessThanOrEqual(236.01);
  const [page = ""] = await printed(labelSheetsPdf([labelFor(1, address)], sender, { paper: "a4", skip: 0, at }));
  // And one each in "WI" and "SANDWICH".
  expect(page.match(/W/g)).toHaveLength(602);
  expect(page.match(/漢/g)).toHaveLength(200);
});

test("an address of usual length is as large as the label allows", () => {
  const pdf = createPdf({ paper: "letter", title: "", author: "", at });
  expect(fitLines(pdf, ada, { face: "strong", width: 236, height: 130, largest: 15 }).size).toBe(15);
});

test("text shrinks before a long word is split", () => {
  const pdf = createPdf({ paper: "letter", title: "", author: "", at });
  const word = "O’Sullivan-Featherstonehaugh-Brightwater";
  const { size, lines } = fitLines(pdf, [word], { face: "strong", width: 236, height: 130, largest: 15 });
  expect([lines.length, size]).toEqual([1, 11]);
});
