import { lookUp } from "~/core/look-up";

const words = {
  created: "Created. Carts now use its prices.",
  saved: "Saved. Carts now use it.",
  unchanged: "No changes to save.",
  deleted: "Deleted. Books can no longer be shipped to its regions, unless another zone covers them.",
  moved: "Moved up.",
  packaging: "Saved. Every parcel’s weight now includes this packaging.",
};

/** The message for `done` in the URL. */
export function shippingDone(request: Request): string | undefined {
  return lookUp(words, new URL(request.url).searchParams.get("done"));
}
