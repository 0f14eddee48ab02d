/** Letter in North America, A4 elsewhere. */
export const papers = ["letter", "a4"] as const;
export type Paper = (typeof papers)[number];

/** Paper size from `?paper=a4`; Letter by default. */
export function paperIn(url: string): Paper {
  return new URL(url).searchParams.get("paper") === "a4" ? "a4" : "letter";
}
