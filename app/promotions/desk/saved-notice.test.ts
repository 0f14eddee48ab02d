import { expect, test } from "vitest";
import type { PromotionState } from "../store/state";
import { describeSave } from "./saved-notice";

test.each<{ done: string | null; state: PromotionState; words: RegExp | undefined }>([
  { done: "created", state: "running", words: /^Created\. Shoppers see it now\.$/ },
  { done: "created", state: "scheduled", words: /when it starts/ },
  { done: "created", state: "draft", words: /until you publish it/ },
  { done: "saved", state: "paused", words: /^Saved\. It is paused/ },
  { done: "saved", state: "ended", words: /ended/ },
  { done: "saved", state: "sold out", words: /sold out/ },
  { done: "saved", state: "used up", words: /used up/ },
  { done: "unchanged", state: "ended", words: /nothing was saved/ },
  { done: "anything", state: "running", words: undefined },
  { done: null, state: "running", words: undefined },
])("after $done, the notice for a promotion that is $state is $words", ({ done, state, words }) => {
  if (words) expect(describeSave(done, state)).toMatch(words);
  else expect(describeSave(done, state)).toBeUndefined();
});
