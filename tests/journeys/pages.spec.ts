import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { walk } from "../support/browser/walk.mjs";
import { expect, test } from "./shop";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// Only failures are requested: describing everything that passes takes longer than finding what fails.
const run = `axe.run({ resultTypes: ["violations"] }).then((result) => result.violations)`;

type Violation = { id: string; nodes: { target: unknown }[] };

// The narrow size is last, so the walk's own clicks happen at phone width.
const looks = [
  { width: 1280, colorScheme: "dark" },
  { width: 360, colorScheme: "light" },
] as const;

test("axe finds nothing on any page, and none scrolls sideways, at 360 px (light) and 1280 px (dark)", async ({
  page,
  shop,
}) => {
  test.setTimeout(3_600_000);
  const found: string[] = [];
  const show = async ({ width, colorScheme }: (typeof looks)[number]) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  };
  await show(looks[1]);
  await walk(page, shop, async (name) => {
    await page.evaluate(axe);
    for (const look of looks) {
      await show(look);
      const violations: Violation[] = await page.evaluate(run);
      const at = `${name} at ${look.width} px (${look.colorScheme})`;
      for (const { id, nodes } of violations)
        found.push(`${at}: ${id} at ${JSON.stringify(nodes.map((node) => node.target))}`);
      const [content = 0, window = 0] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      if (content > window) found.push(`${at}: ${content} px wide`);
    }
  });
  expect(found).toEqual([]);
});

test("a course page that is clicked while it still loads comes alive, on a slow machine and a slow line", async ({
  page,
  context,
}) => {
  // Its scripts are kept from here on, so they are sooner there than the rest of the page.
  await page.goto("/courses/iv-therapeutics");
  const devTools = await context.newCDPSession(page);
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const slow = { downloadThroughput: 10_000, uploadThroughput: 10_000 };
  await devTools.send("Network.emulateNetworkConditions", { offline: false, latency: 100, ...slow });
  const isReactAtWork = () => Object.keys(document.body).some((key) => key.startsWith("__reactFiber"));
  for (let time = 0; time < 5; time++) {
    await page.goto("/courses/iv-therapeutics", { waitUntil: "commit" });
    await expect(async () => {
      await page.getByRole("heading", { level: 1 }).click();
      expect(await page.evaluate(isReactAtWork)).toBe(true);
    }).toPass({ intervals: [50] });
  }
});
