import type { DisciplineCode } from "../read/disciplines";
import { profiles, vertebrae } from "./art/bone-densitometry";
import { layers, needle } from "./art/breast-sonography";
import { loops, tracings } from "./art/cardiac-interventional";
import { gantry, helix, sinogram } from "./art/computed-tomography";
import { echoes, samples, spirals } from "./art/magnetic-resonance";
import { contours, tomosynthesis } from "./art/mammography";
import { coincidences, decay, polarMap } from "./art/nuclear-medicine";
import { hash, type Motif, type Point, type Stroke, seededRandom } from "./art/pen";
import { isodose, leaves } from "./art/radiation-therapy";
import { blades, collimator, wedge } from "./art/radiography";
import { approaches, planes } from "./art/radiologist-assistant";
import { sector, wavefronts } from "./art/sonography";
import { cArm, vessels } from "./art/vascular-interventional";
import { doppler, streamlines } from "./art/vascular-sonography";
import { designCover } from "./design";
import { type CoverPalette, coverPalettes } from "./palette";

const motifs: Record<DisciplineCode, readonly [Motif, ...Motif[]]> = {
  CT: [gantry, sinogram, helix],
  MR: [spirals, samples, echoes],
  M: [contours, tomosynthesis],
  BD: [profiles, vertebrae],
  VI: [vessels, cArm],
  CI: [loops, tracings],
  S: [sector, wavefronts],
  VS: [doppler, streamlines],
  BS: [layers, needle],
  N: [coincidences, decay, polarMap],
  R: [collimator, blades, wedge],
  T: [isodose, leaves],
  RRA: [planes, approaches],
};

/** A cover's picture as a standalone SVG without the title; deterministic. Attributes only, so any content security
 *  policy allows it. */
export function drawCover(discipline: DisciplineCode, title: string): string {
  const { palette, titleAt, titleEnd } = designCover(discipline, title);
  const random = seededRandom(hash(`picture 277 ${title}`));
  const motif = random.pick(motifs[discipline]);
  const center = [150 + random.between(-22, 22), titleAt === "top" ? 268 : 142] as const;
  const zoom = random.pick([0.94, 1.08, 1.32]);
  const mirror = random.pick([1, -1] as const);
  // The picture fades out toward the title to keep the title readable.
  const [from, to] = titleAt === "top" ? [titleEnd - 14, titleEnd + 40] : [titleEnd + 14, titleEnd - 40];
  const fade =
    `<linearGradient id="f" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${from}" y2="${to}">` +
    `<stop stop-color="${palette.ground}" stop-opacity=".94"/>` +
    `<stop offset="1" stop-color="${palette.ground}" stop-opacity="0"/></linearGradient>` +
    '<rect width="300" height="400" fill="url(#f)"/>';
  return picture(400, palette, place(motif(random, [150, 200]), palette, { center, zoom, mirror }) + fade);
}

/** A discipline's picture, 300 x 200, for links to its courses. */
export function drawEmblem(discipline: DisciplineCode): string {
  const [palette] = coverPalettes[discipline];
  const [motif] = motifs[discipline];
  const strokes = motif(seededRandom(hash(`emblem ${discipline}`)), [150, 200]);
  return picture(200, palette, place(strokes, palette, { center: [150, 100], zoom: 0.78, mirror: 1 }));
}

function picture(height: number, { ground }: CoverPalette, content: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 ${height}" width="300" height="${height}">` +
    `<rect width="300" height="${height}" fill="${ground}"/>${content}</svg>`
  );
}

type Placing = { center: Point; zoom: number; mirror: 1 | -1 };

function place(strokes: Stroke[], palette: CoverPalette, { center: [x, y], zoom, mirror }: Placing): string {
  const transform = `translate(${Math.round(x)} ${y}) scale(${mirror * zoom} ${zoom}) translate(-150 -200)`;
  const paths = strokes.map((stroke) => paint(stroke, palette, zoom)).join("");
  return `<g fill="none" stroke-linecap="round" stroke-linejoin="round" transform="${transform}">${paths}</g>`;
}

function paint(
  { d, tone = "line", width = 1, opacity = 1, fill }: Stroke,
  palette: CoverPalette,
  zoom: number,
): string {
  const hundredths = (value: number) => Math.round(value * 100) / 100;
  const stroke = width > 0 ? ` stroke="${palette[tone]}" stroke-width="${hundredths(width / Math.sqrt(zoom))}"` : "";
  const seen = opacity < 1 ? ` opacity="${hundredths(opacity)}"` : "";
  return `<path d="${d}"${stroke}${fill ? ` fill="${palette[fill]}"` : ""}${seen}/>`;
}
