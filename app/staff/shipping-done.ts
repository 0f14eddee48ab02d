const words: Record<string, string> = {
  created: "Created. Carts show its prices now.",
  saved: "Saved. Carts show it now.",
  unchanged: "Nothing was different, so nothing was changed.",
  deleted: "Deleted. Nothing is mailed to its places any more, unless another zone reaches them.",
  moved: "Moved up.",
  packaging: "Saved. Every parcel weighs that much more now.",
};

/** What a save or a button did; `done` comes from the page's address, so it may be anything. */
export function shippingDone(request: Request): string | undefined {
  const done = new URL(request.url).searchParams.get("done") ?? "";
  return Object.hasOwn(words, done) ? words[done] : undefined;
}
