import { wordsFor } from "~/core/words-for";

const words = {
  retried: "It is tried again now. Where it fails, it comes back here.",
  handled: "It was handled now.",
  discarded: "Discarded. The audit keeps what it was and why.",
  over: "Nothing was left to do: it got through, or somebody was quicker.",
};
export type LetterDone = keyof typeof words;

/** What a button did, as the page's address says it. */
export function letterDoneWords(done: string | null): string | undefined {
  return wordsFor(words, done);
}
