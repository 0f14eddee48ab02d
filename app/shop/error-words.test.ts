import { expect, test } from "vitest";
import { errorWords } from "./error-words";

const response = (status: number, data: unknown) => ({ status, statusText: "", internal: false, data });

test.each([
  {
    story: "an address without a page",
    error: response(404, null),
    expected: { status: 404, title: "There is nothing at this address", text: /letter may be missing/ },
  },
  {
    story: "a route that knows more says it",
    error: response(404, "There is no order of this number.\n"),
    expected: { status: 404, title: "There is nothing at this address", text: /^There is no order of this number\.$/ },
  },
  {
    story: "a staff screen that this account may not see",
    error: response(403, "Ask whoever manages staff accounts."),
    expected: { status: 403, title: "You don't have access to this", text: /^Ask whoever manages staff accounts\.$/ },
  },
  {
    story: "a request that can't be answered",
    error: response(429, ""),
    expected: { status: 429, title: "This did not work", text: /go back/ },
  },
  {
    story: "a bug never tells its own words",
    error: new Error("SELECT failed"),
    expected: { status: 500, title: "Something went wrong on our side", text: /^Nothing that you confirmed is lost/ },
  },
])("$story", ({ error, expected: { text, ...rest } }) => {
  expect(errorWords(error)).toEqual({ ...rest, text: expect.stringMatching(text) });
});
