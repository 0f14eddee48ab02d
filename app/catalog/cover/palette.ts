import type { DisciplineCode } from "../read/disciplines";

/** A cover's colors: ground, fine lines, and one accent. They belong to the book and are the same in light and dark
 *  mode. */
export type CoverPalette = { ground: string; line: string; accent: string; title: string };

function dark(ground: string, line: string, accent: string): CoverPalette {
  return { ground, line, accent, title: "#fbf8f2" };
}

function light(ground: string, line: string, accent: string, title: string): CoverPalette {
  return { ground, line, accent, title };
}

/** Each discipline has its own part of the color wheel, so disciplines are easy to tell apart on a shelf. */
export const coverPalettes: Record<DisciplineCode, readonly [CoverPalette, ...CoverPalette[]]> = {
  CT: [
    dark("#12304b", "#a9cbe6", "#f2f7fb"),
    light("#d5e3ee", "#3a678d", "#0f3557", "#10293f"),
    dark("#2b618f", "#bfdcf2", "#ffffff"),
  ],
  MR: [
    dark("#33224f", "#c5b3e6", "#f4eeff"),
    light("#e2dbef", "#6b57a0", "#3b2470", "#2a1b4b"),
    dark("#5d4a97", "#d8ccf5", "#ffffff"),
  ],
  M: [light("#f0dcd6", "#a5625a", "#7c2530", "#4b1720"), dark("#6b2737", "#e6b3b3", "#fff1ee")],
  BD: [light("#ebe4d3", "#7d7457", "#3f3a26", "#2e2a1b"), dark("#4a4636", "#d6cdb2", "#fffaea")],
  VI: [dark("#431820", "#e3a49b", "#fff0e8"), light("#f1d9d2", "#9d3d3c", "#5e1219", "#441017")],
  CI: [light("#f6efe4", "#bb5146", "#8d1d1a", "#4a1210"), dark("#8e2a26", "#f4bfb0", "#fff4ec")],
  S: [
    dark("#0d4347", "#8fd0c8", "#eefcf8"),
    light("#d3e8e3", "#3c8279", "#0b4a46", "#0a3835"),
    dark("#23757a", "#b5e5df", "#ffffff"),
  ],
  VS: [dark("#111d38", "#f0917d", "#8db8f5"), light("#dde4f2", "#c2513c", "#2c4f9e", "#16233f")],
  BS: [light("#eadce8", "#86568a", "#4f2355", "#3b1740"), dark("#54305c", "#d9b1dd", "#fdf0ff")],
  N: [dark("#12291f", "#9fcf8f", "#e5ff8f"), light("#e0ead3", "#537d48", "#234f1f", "#19351a")],
  R: [
    dark("#1f2529", "#b9c6cd", "#ffffff"),
    light("#e3e6e5", "#5d6f79", "#1d2f3a", "#17232a"),
    dark("#4d606b", "#c9d8df", "#ffffff"),
  ],
  T: [light("#dbe7df", "#3f7a66", "#0f4a3a", "#0d3529"), dark("#1d4d44", "#9fd3bd", "#f0fff7")],
  RRA: [dark("#3a281f", "#d9b999", "#fff3e2"), light("#eee2d5", "#86634a", "#4d2d19", "#382113")],
};
