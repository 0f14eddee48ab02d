import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Reading } from "./text";

const htmlOf = (text: string) => renderToStaticMarkup(<Reading text={text} sections={[]} />);

test.each(["<script>alert(1)</script>", "<b onclick='go()'>bold</b>", "before <img src=x onerror=go()> after"])(
  "HTML in a course's text is shown as typed: %s",
  (text) => {
    const html = htmlOf(text);
    expect(html).not.toMatch(/<(script|b|img)\b/);
    expect(html).toContain("&lt;");
  },
);

test.each(["javascript:go()", "JaVaScRiPt:go()", "vbscript:go()", "data:text/html,x", "&#106;avascript:go()"])(
  "a link to %s loses its URL",
  (address) => {
    expect(htmlOf(`See [this](${address}).`)).toContain("<a>this</a>");
  },
);

test("a safe link keeps its URL", () => {
  const html = htmlOf("[a](https://x.example/a?b=c) [b](/courses/ct) [c](mailto:a@x.example)");
  expect(html).toMatch(/href="https:\/\/x\.example\/a\?b=c".*href="\/courses\/ct".*href="mailto:a@x\.example"/);
});

test("a picture is replaced by its description, and nothing is fetched", () => {
  expect(htmlOf("A ![chest film](https://x.example/film.png) here")).toContain("A <em>chest film</em> here");
});

test("a table has its heads and cells", () => {
  const html = htmlOf("| kV | mAs |\n|----|-----|\n| 120 | `2\\|3` |");
  expect(html).toMatch(/<figure tabindex="0"[^>]*><table/);
  expect(html.match(/<th scope="col"/g)).toHaveLength(2);
  expect(html).toMatch(/<td[^>]*>120<\/td><td[^>]*><code>2\|3<\/code><\/td>/);
});

test("a section heading has the anchor that the section list links to", () => {
  expect(htmlOf("## The *dose* on the display\n\nText")).toContain('<h2 id="section-the-dose-on-the-display"');
});
