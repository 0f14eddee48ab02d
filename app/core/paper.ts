/** Letter in North America, A4 elsewhere. */
export const papers = ["letter", "a4"] as const;
export type Paper = (typeof papers)[number];

/** What an address asks for by `?paper=a4`; Letter without. */
export function paperIn(url: string): Paper {
  return new URL(url).searchParams.get("paper") === "a4" ? "a4" : "letter";
}
