export type Section = { id: string; title: string };

/** A section's anchor: "The dose quantities on the display" becomes "the-dose-quantities-on-the-display". */
export function sectionId(title: string): string {
  const id = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return `section-${id}`;
}

/** A Markdown text's second-level headings, in order, ignoring code blocks. */
export function sectionsOf(markdown: string): Section[] {
  const withoutCode = markdown.replace(/^(```|~~~)[\s\S]*?^\1.*$/gm, "");
  return [...withoutCode.matchAll(/^## +(.+?)\s*#*$/gm)].map(([, heading = ""]) => {
    const title = heading.replace(/[*_`]/g, "");
    return { id: sectionId(title), title };
  });
}

/** Reading time in whole minutes at 220 words a minute. */
export function readingMinutes(markdown: string): number {
  return Math.max(1, Math.round(markdown.split(/\s+/).length / 220));
}
