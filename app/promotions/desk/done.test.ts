import { expect, test } from "vitest";
import type { PromotionState } from "../store/state";
import { doneWords } from "./done";

test.each<{ done: string | null; state: PromotionState; words: RegExp | undefined }>([
  { done: "created", state: "running", words: /^Created\. The shop shows it now\.$/ },
  { done: "created", state: "scheduled", words: /from its start on/ },
  { done: "created", state: "draft", words: /until you publish it/ },
  { done: "saved", state: "paused", words: /^Saved\. It is paused/ },
  { done: "saved", state: "ended", words: /over/ },
  { done: "saved", state: "sold out", words: /Nothing of it is left/ },
  { done: "saved", state: "used up", words: /Nothing of it is left/ },
  { done: "unchanged", state: "ended", words: /nothing was changed/ },
  { done: "anything", state: "running", words: undefined },
  { done: null, state: "running", words: undefined },
])("after $done, a promotion that is $state says $words", ({ done, state, words }) => {
  if (words) expect(doneWords(done, state)).toMatch(words);
  else expect(doneWords(done, state)).toBeUndefined();
});
