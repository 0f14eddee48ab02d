import { wordsFor } from "~/core/words-for";

const words = {
  created: "Created. Carts show its prices now.",
  saved: "Saved. Carts show it now.",
  unchanged: "Nothing was different, so nothing was changed.",
  deleted: "Deleted. Nothing is mailed to its places any more, unless another zone reaches them.",
  moved: "Moved up.",
  packaging: "Saved. Every parcel weighs that much more now.",
};

/** What a save or a button did, as the page's address says it. */
export function shippingDone(request: Request): string | undefined {
  return wordsFor(words, new URL(request.url).searchParams.get("done"));
}
