/** Letter in North America, A4 elsewhere. */
export const papers = ["letter", "a4"] as const;
export type Paper = (typeof papers)[number];
