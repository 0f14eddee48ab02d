import type { EntryContext } from "@remix-run/node";
import { afterEach, expect, test, vi } from "vitest";
import handleRequest from "./entry.server";

afterEach(() => vi.useRealTimers());

const route = { id: "root", path: "" };
const page = {
  manifest: { version: "1", url: "", entry: { module: "", imports: [] }, routes: { root: { ...route, module: "" } } },
  routeModules: { root: { default: () => <p>The cart is as it was.</p> } },
  routes: {},
  future: { v3_singleFetch: false },
  isSpaMode: false,
  staticHandlerContext: {
    ...{ basename: "", location: { pathname: "/", search: "", hash: "", key: "", state: null } },
    matches: [{ params: {}, pathname: "/", pathnameBase: "/", route }],
    ...{ loaderData: {}, actionData: null, errors: null, statusCode: 409, loaderHeaders: {}, actionHeaders: {} },
    activeDeferreds: null,
  },
} as unknown as EntryContext;

test("under load, a page that waits to be rendered keeps its status and text", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const answer = handleRequest(new Request("http://shop.example/"), 409, new Headers(), page, { nonce: "n" } as never);
  // Others render first.
  vi.advanceTimersByTime(60_000);
  const response = await answer;
  expect(response.status).toBe(409);
  expect(await response.text()).toContain("The cart is as it was.");
});

test("a character of several bytes stays whole wherever React's 2,048-byte buffer ends", async () => {
  const lines = Array.from({ length: 300 }, (_, index) => "x".repeat(index % 3) + "’".repeat(50));
  const Lines = () => lines.map((line, index) => <p key={String(index)}>{line}</p>);
  const long = { ...page, routeModules: { root: { default: Lines } } } as unknown as EntryContext;
  const context = { nonce: "n" } as never;
  const response = await handleRequest(new Request("http://shop.example/"), 200, new Headers(), long, context);
  const html = await response.text();
  expect(html).not.toContain("\0");
  for (const line of lines) expect(html).toContain(`<p>${line}</p>`);
});
