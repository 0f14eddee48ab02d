import type { Pdf } from "~/platform/pdf/pdf.server";
import { ink } from "./pdf-parts.server";

type Segment = { code: string; credits: number };
type Box = { x: number; y: number; width: number; height: number };

/** The credits bar as on the pages, hatched; `whole` hundredths is its full width. */
export function drawCreditsBar(pdf: Pdf, segments: Segment[], whole: number, { x, y, width, height }: Box): void {
  pdf.rect(x, y, width, height).fill("#f2ede3");
  let left = x;
  segments.forEach(({ code, credits }, index) => {
    const part = (width * credits) / whole;
    if (part === 0) return;
    drawHatch(pdf, code, index, { x: left, y, width: part, height });
    if (left > x) pdf.rect(left, y, 0.8, height).fill("#fff");
    left += part;
  });
  pdf
    .moveTo(x, y + height)
    .lineTo(x + width, y + height)
    .lineWidth(0.5)
    .stroke(ink.muted);
}

const hatches: Record<string, "solid" | "diagonal" | "vertical" | "checks"> = {
  PC: "solid",
  SA: "diagonal",
  IP: "vertical",
  PR: "checks",
};
const spareHatches = ["cross", "horizontal"] as const;

/** Each category's pattern, the same as on the pages. */
export function drawHatch(pdf: Pdf, code: string, index: number, { x, y, width, height }: Box): void {
  const hatch = hatches[code] ?? spareHatches[index % spareHatches.length];
  pdf.save();
  pdf.rect(x, y, width, height).clip();
  if (hatch === "solid") pdf.rect(x, y, width, height).fill("#1f6a6d");
  else pdf.rect(x, y, width, height).fill(grounds[hatch ?? "cross"]);
  const right = x + width;
  const bottom = y + height;
  if (hatch === "diagonal" || hatch === "cross") {
    for (let start = x - height; start < right; start += 3.6) pdf.moveTo(start, bottom).lineTo(start + height, y);
    if (hatch === "cross")
      for (let start = x - height; start < right; start += 3.6) pdf.moveTo(start, y).lineTo(start + height, bottom);
    pdf.lineWidth(hatch === "cross" ? 0.6 : 1.3).stroke(hatch === "cross" ? ink.text : "#8b3f62");
  }
  if (hatch === "vertical") {
    for (let line = x + 1; line < right; line += 2.2) pdf.moveTo(line, y).lineTo(line, bottom);
    pdf.lineWidth(1).stroke("#41568f");
  }
  if (hatch === "horizontal") {
    for (let line = y + 1; line < bottom; line += 2.2) pdf.moveTo(x, line).lineTo(right, line);
    pdf.lineWidth(0.7).stroke(ink.text);
  }
  if (hatch === "checks") {
    for (let column = 0; x + column * 1.8 < right; column++)
      for (let row = column % 2; y + row * 1.8 < bottom; row += 2) pdf.rect(x + column * 1.8, y + row * 1.8, 1.8, 1.8);
    pdf.fill("#5f6a2c");
  }
  pdf.restore();
}

const grounds = {
  solid: "#1f6a6d",
  diagonal: "#f3dfe7",
  vertical: "#dde3f2",
  checks: "#e6ead0",
  cross: "#f2ede3",
  horizontal: "#f2ede3",
};
