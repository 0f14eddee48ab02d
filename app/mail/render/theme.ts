/** The shop's colors (ui/app.css) for mail programs, few of which support variables: light ones inline, dark ones by
 *  class. Contrast holds up in programs that invert colors themselves. */
const light = {
  ...{ paper: "#faf7f1", surface: "#fffdf9", ink: "#1b1a17", muted: "#5c564c" },
  ...{ line: "#e2dacd", film: "#1b578b", onFilm: "#ffffff" },
};
const dark: typeof light = {
  ...{ paper: "#111419", surface: "#181c23", ink: "#f1ede4", muted: "#b0aa9d" },
  ...{ line: "#2d333d", film: "#8fc4ee", onFilm: "#0b1a27" },
};

const sans = "'Public Sans', -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const serif = "Newsreader, Georgia, 'Times New Roman', serif";
const small = { fontSize: "14px", lineHeight: "20px" };
const normal = { fontSize: "16px", lineHeight: "25px" };
const paragraph = { margin: "0 0 16px", ...normal, color: light.ink };

export const theme = {
  page: { margin: 0, padding: 0, fontFamily: sans, color: light.ink },
  // Not on the body: `Body` copies its color to a place no dark-mode class reaches.
  ground: { maxWidth: "100%", backgroundColor: light.paper },
  column: { maxWidth: "600px", padding: "32px 12px" },
  shop: { margin: "0 0 16px", padding: "0 4px", fontFamily: serif, fontSize: "22px", color: light.ink },
  card: { backgroundColor: light.surface, border: `1px solid ${light.line}`, borderRadius: "6px" },
  cardCell: { padding: "28px 24px 12px" },
  title: {
    ...{ margin: "0 0 20px", fontFamily: serif, fontSize: "28px", lineHeight: "34px", fontWeight: 500 },
    color: light.ink,
  },
  paragraph,
  lead: { ...paragraph, marginBottom: "12px" },
  quote: {
    ...paragraph,
    ...{ padding: "2px 0 2px 14px", borderLeft: `3px solid ${light.line}`, whiteSpace: "pre-line" as const },
  },
  table: { width: "100%", margin: "0 0 20px", borderCollapse: "collapse" as const },
  cell: {
    ...{ padding: "10px 0", verticalAlign: "top" as const, borderTop: `1px solid ${light.line}` },
    ...{ ...normal, color: light.ink, overflowWrap: "anywhere" as const },
  },
  amount: { whiteSpace: "nowrap" as const, textAlign: "right" as const, paddingLeft: "16px" },
  total: { fontWeight: 700, borderTop: `2px solid ${light.ink}` },
  note: { display: "block", ...small, color: light.muted },
  link: { color: light.film, fontWeight: 600, textDecoration: "underline" },
  button: {
    ...{ backgroundColor: light.film, color: light.onFilm, borderRadius: "4px" },
    ...{ padding: "13px 22px", fontSize: "16px", fontWeight: 600 },
  },
  foot: { margin: "20px 0 0", padding: "0 4px", ...small, color: light.muted },
};

/** Styles that can't be inline. */
export const styles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
.paper { background-color: ${light.paper}; }
@media (prefers-color-scheme: dark) {
  .paper { background-color: ${dark.paper} !important; }
  .surface { background-color: ${dark.surface} !important; border-color: ${dark.line} !important; }
  .ink { color: ${dark.ink} !important; }
  .muted { color: ${dark.muted} !important; }
  .line { border-color: ${dark.line} !important; }
  .sum { border-color: ${dark.ink} !important; }
  .film { color: ${dark.film} !important; }
  .button { background-color: ${dark.film} !important; color: ${dark.onFilm} !important; }
}`;
