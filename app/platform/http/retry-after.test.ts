import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("SECURITY 51: each page that knows when to try again says so in its headers too", () => {
  const routes = readdirSync("app/routes", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => ({ file, text: readFileSync(`app/routes/${file}`, "utf8") }))
    .filter(({ text }) => text.includes('"Retry-After"'));
  expect(routes.length).toBeGreaterThan(4);
  // Remix drops the headers of a loader or an action unless the page passes them on.
  for (const { file, text } of routes)
    expect([file, /headers: HeadersFunction = .*(action|loader)Headers/.test(text)]).toEqual([file, true]);
});
