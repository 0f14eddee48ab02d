/** What the HTTP server passes to every loader and action. */
export type ShopContext = {
  /** For the page's own scripts: the content security policy allows no others. */
  nonce: string;
  requestId: string;
  /** The visitor's address, for rate limits only. */
  clientAddress: string;
};

declare module "@remix-run/node" {
  interface AppLoadContext extends ShopContext {}
}
