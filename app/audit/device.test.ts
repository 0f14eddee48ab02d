import { expect, test } from "vitest";
import { describeDevice } from "./device";

const mozilla = "Mozilla/5.0 (";
test.each([
  ["Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox on Windows"],
  [
    "Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
    "Safari on Mac",
  ],
  [
    "Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
    "Edge on Windows",
  ],
  [
    "Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
    "Chrome on Android",
  ],
  [
    "iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148",
    "Chrome on iPhone",
  ],
  ["Toaster) Firefox/1.0", "Firefox on an unknown system"],
])("a browser is described in plain words: %s", (rest, words) => {
  expect(describeDevice(mozilla + rest)).toBe(words);
});

test.each([
  ["curl/8.5.0", "curl/8.5.0"],
  [`evil\u001b[31m\u202e${"x".repeat(100_000)}`, `evil[31m${"x".repeat(52)}`],
  [" \u0000 ", null],
  ["", null],
  [undefined, null],
])("SECURITY 16.3: any other program's own words are short and without control characters", (userAgent, words) => {
  expect(describeDevice(userAgent)).toBe(words);
});
