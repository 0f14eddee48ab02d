import { impossible } from "~/core/result";
import type { PromotionState } from "../store/state";

/** What a save or a button did, said once above the promotion; `done` comes from the page's address, so it may be anything. */
export function doneWords(done: string | null, state: PromotionState): string | undefined {
  switch (done) {
    case "created":
      return `Created. ${nowWords(state)}`;
    case "saved":
      return `Saved. ${nowWords(state)}`;
    case "unchanged":
      return "Nothing was different, so nothing was changed.";
    default:
      return undefined;
  }
}

function nowWords(state: PromotionState): string {
  switch (state) {
    case "draft":
      return "It is a draft: shoppers don’t see it until you publish it.";
    case "scheduled":
      return "The shop shows it from its start on.";
    case "running":
      return "The shop shows it now.";
    case "paused":
      return "It is paused: nobody gets it until you resume it.";
    case "sold out":
    case "used up":
      return "Nothing of it is left now.";
    case "ended":
      return "It is over: nobody gets it any more.";
    default:
      return impossible(state);
  }
}
