import { assertNever } from "~/core/result";
import type { PromotionState } from "../store/state";

/** The notice of what a save did; `done` comes from the URL, so it can be anything. */
export function describeSave(done: string | null, state: PromotionState): string | undefined {
  switch (done) {
    case "created":
      return `Created. ${describeState(state)}`;
    case "saved":
      return `Saved. ${describeState(state)}`;
    case "unchanged":
      return "You made no changes, so nothing was saved.";
    default:
      return undefined;
  }
}

function describeState(state: PromotionState): string {
  switch (state) {
    case "draft":
      return "This is a draft: shoppers don’t see it until you publish it.";
    case "scheduled":
      return "Shoppers see it when it starts.";
    case "running":
      return "Shoppers see it now.";
    case "paused":
      return "It is paused: shoppers can’t get it until you resume it.";
    case "sold out":
      return "It is sold out.";
    case "used up":
      return "It is used up.";
    case "ended":
      return "It has ended: shoppers can’t get it anymore.";
    default:
      return assertNever(state);
  }
}
