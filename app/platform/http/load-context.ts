/** What the HTTP server hands to every loader and action. */
export type ShopContext = {
  /** For the page's own scripts: the content security policy admits no other. */
  nonce: string;
  requestId: string;
  /** The visitor's address, for rate limits only. */
  clientAddress: string;
};

declare module "@remix-run/node" {
  // Loaders' types as they travel with single fetch.
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext extends ShopContext {}
}
