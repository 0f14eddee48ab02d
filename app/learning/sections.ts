export type Section = { id: string; title: string };

/** The address of a section within its page: "The dose quantities on the display" is "the-dose-quantities-on-the-display". */
export function sectionId(title: string): string {
  const id = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return `section-${id}`;
}

/** The second-level headings of a Markdown text, in their order; what stands in a code block is none. */
export function sectionsOf(markdown: string): Section[] {
  const withoutCode = markdown.replace(/^(```|~~~)[\s\S]*?^\1.*$/gm, "");
  return [...withoutCode.matchAll(/^## +(.+?)\s*#*$/gm)].map(([, heading = ""]) => {
    const title = heading.replace(/[*_`]/g, "");
    return { id: sectionId(title), title };
  });
}

/** Whole minutes that a text takes at 220 words a minute. */
export function readingMinutes(markdown: string): number {
  return Math.max(1, Math.round(markdown.split(/\s+/).length / 220));
}
