import { expect, test } from "vitest";
import { errorText } from "./error-text";

const response = (status: number, data: unknown) => ({ status, statusText: "", internal: false, data });

test.each([
  {
    story: "an address without a page",
    error: response(404, null),
    expected: { status: 404, title: "Page not found", text: /may be old or incomplete/ },
  },
  {
    story: "a route's own message is shown",
    error: response(404, "There is no order with this number.\n"),
    expected: { status: 404, title: "Page not found", text: /^There is no order with this number\.$/ },
  },
  {
    story: "a staff screen that this account may not see",
    error: response(403, "Ask the person who manages staff accounts."),
    expected: {
      status: 403,
      title: "You don't have access to this",
      text: /^Ask the person who manages staff accounts\.$/,
    },
  },
  {
    story: "a request that can't be answered",
    error: response(429, ""),
    expected: { status: 429, title: "That didn’t work", text: /^Go back/ },
  },
  {
    story: "a bug's message is never shown",
    error: new Error("SELECT failed"),
    expected: { status: 500, title: "Something went wrong on our side", text: /^Anything you confirmed is saved/ },
  },
])("$story", ({ error, expected: { text, ...rest } }) => {
  expect(errorText(error)).toEqual({ ...rest, text: expect.stringMatching(text) });
});
