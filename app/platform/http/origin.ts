const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether an unsafe request comes from our own pages. Browsers send `Origin` with every form; one without is refused.
 *  Machines (the payment provider's webhook) post to `exempt` paths and prove themselves by signature. */
export function isOwnOrigin(
  request: { method: string; path: string; origin: string | undefined },
  shopOrigin: string,
  exempt: ReadonlySet<string>,
): boolean {
  if (safeMethods.has(request.method)) return true;
  if (exempt.has(request.path)) return true;
  return request.origin === shopOrigin;
}
