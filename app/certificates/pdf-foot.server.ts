import { formatDay } from "~/core/dates";
import { drawLine, fitText } from "~/platform/pdf/any-script.server";
import type { Pdf } from "~/platform/pdf/pdf.server";
import { centered, drawBlock, drawQr, ink, italic } from "./pdf-parts.server";
import type { Snapshot } from "./snapshot";

export const footerHeight = 110;

/** Approval, signature, and how to verify. */
export function drawFooter(pdf: Pdf, snapshot: Snapshot): void {
  const { width, height } = pdf.page;
  const top = height - footerHeight;
  drawFacts(pdf, snapshot, top + 11);
  drawSignature(pdf, snapshot, width / 2 + 16, top + 32);

  const qr = 68;
  const right = width - 56;
  const column = { width: 140, align: "right" } as const;
  const left = right - qr - 8 - column.width;
  drawQr(pdf, snapshot.verificationUrl, right - qr, top - 2, qr);
  pdf
    .fillColor(ink.muted)
    .font("text", 7)
    .text("Verify this certificate at", left, top + 4, column);
  pdf.fillColor(ink.text);
  pdf.text(snapshot.verificationUrl, left, top + 15, { ...column, link: snapshot.verificationUrl });
  pdf.fillColor(ink.muted).text("ARRT decides what counts.", left, top + 46, column);
}

function drawFacts(pdf: Pdf, snapshot: Snapshot, top: number): void {
  const facts = [
    ["Approved by", snapshot.approver],
    ["Reference number", snapshot.referenceNumber],
    ["Approval ends", formatDay(snapshot.approvalEndsOn)],
    ["Certificate number", snapshot.number],
  ] as const;
  facts.forEach(([name, value], index) => {
    const baseline = top + index * 15;
    pdf.fillColor(ink.muted).font("text", 7.5).text(name, 60, baseline, { lineBreak: false, baseline: "alphabetic" });
    const sizes = [
      { size: 8.5, lines: 1 },
      { size: 7, lines: 1 },
      { size: 5.5, lines: 2 },
    ];
    const { size, lines } = fitText(pdf, value, { face: "text", width: 168, sizes });
    pdf.fillColor(ink.text);
    lines.forEach((line, row) => {
      drawLine(pdf, line, size, 140, baseline + row * size);
    });
  });
}

function drawSignature(pdf: Pdf, snapshot: Snapshot, center: number, baseline: number): void {
  const sizes = [
    { size: 15, lines: 1 },
    { size: 12.5, lines: 1 },
    { size: 9, lines: 2 },
  ];
  drawBlock(pdf, fitText(pdf, snapshot.signatoryName, { face: italic, width: 200, sizes }), center, baseline);
  pdf
    .moveTo(center - 102, baseline + 9)
    .lineTo(center + 102, baseline + 9)
    .lineWidth(0.5)
    .stroke(ink.muted);
  centered(pdf, snapshot.signatoryTitle, "text", 7.5, baseline + 20, ink.text, center);
  centered(pdf, snapshot.sponsor, "text", 7.5, baseline + 30, ink.muted, center);
}
