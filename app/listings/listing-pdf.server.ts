import type { Paper } from "~/core/paper";
import { createPdf, numberPages, type Pdf } from "~/platform/pdf/pdf.server";
import { type Block, drawRows } from "~/platform/pdf/rows.server";
import type { ListingSection } from "./listing";
import { headBlock, layOut, rowBlock, totalsBlock } from "./listing-pdf-table.server";
import type { ReadListing } from "./listings.server";
import { listingTitle, planningAid, purposeRule, versionNote, versionTitle } from "./titles";

type Options = { paper: Paper; compress?: boolean };

/** The listing as a black-and-white PDF for a wall or trade-show table. The stream has ended and is ready to send. */
export function drawListing(read: ReadListing, { paper, compress }: Options): Pdf {
  const { listing, shopName, asOf, at, liveUrl } = read;
  const title = listingTitle(listing);
  const pdf = createPdf({
    paper,
    landscape: true,
    title,
    author: shopName,
    subject: `Approved courses as of ${asOf}`,
    at,
    compress,
  });
  pdf.font("heading").fontSize(20).text(title);
  pdf.font("text").fontSize(9).moveDown(0.4).text(planningAid, { width: 560 });
  let y = pdf.y + 14;
  for (const section of listing.sections) y = drawSection(pdf, y, section, read) + 22;
  numberPages(pdf, (page, pages) => drawFooter(pdf, `Page ${page} of ${pages}`, { shopName, asOf, liveUrl }));
  pdf.end();
  return pdf;
}

export function listingFileName({ listing }: ReadListing): string {
  return `${listingTitle(listing).replace(":", ",")}, ${listing.asOf}.pdf`;
}

function drawSection(pdf: Pdf, top: number, section: ListingSection, { listing }: ReadListing): number {
  const lead = leadBlock(pdf, section, listing.purpose);
  if (section.rows.length === 0) {
    const none = textBlock(pdf, "No courses under this version yet.", 9, 14);
    return drawRows(pdf, top, lead, { height: 0, draw: () => undefined }, [none]);
  }
  const layout = layOut(pdf, section, listing);
  const rows = section.rows.map((row) => rowBlock(pdf, layout, row));
  return drawRows(pdf, top, lead, headBlock(pdf, layout), [...rows, totalsBlock(pdf, layout, section)]);
}

function leadBlock(pdf: Pdf, section: ListingSection, purpose: ReadListing["listing"]["purpose"]): Block {
  const { version } = section;
  const remark = version ? versionNote(version) : undefined;
  const rule = textBlock(pdf, [purposeRule(purpose, section), remark].filter(Boolean).join(" "), 8.5, 8);
  const titleHeight = 18;
  return {
    height: titleHeight + rule.height,
    draw: (top) => {
      pdf
        .font("heading")
        .fontSize(13)
        .text(version ? versionTitle(version) : "All approved courses", pdf.page.margins.left, top);
      rule.draw(top + titleHeight);
    },
  };
}

function textBlock(pdf: Pdf, text: string, size: number, after: number): Block {
  const width = 560;
  const height = pdf.font("text").fontSize(size).heightOfString(text, { width }) + after;
  return {
    height,
    draw: (top) => void pdf.font("text").fontSize(size).text(text, pdf.page.margins.left, top, { width }),
  };
}

type Foot = { shopName: string; asOf: string; liveUrl: string };

function drawFooter(pdf: Pdf, number: string, { shopName, asOf, liveUrl }: Foot): void {
  const { left, right } = pdf.page.margins;
  const width = pdf.page.width - left - right;
  const top = pdf.page.height - 30;
  // Allow the footer in the margin, where text would otherwise start a new page.
  pdf.page.margins.bottom = 0;
  pdf
    .moveTo(left, top - 5)
    .lineTo(left + width, top - 5)
    .lineWidth(0.5)
    .stroke("#000000");
  pdf.font("text").fontSize(7.5);
  pdf.text(`${shopName}. Printed ${asOf}. Live version: ${liveUrl}`, left, top, {
    width: width - 80,
    height: 10,
    ellipsis: true,
    link: liveUrl,
  });
  pdf.text(number, left + width - 80, top, { width: 80, align: "right", lineBreak: false });
}
