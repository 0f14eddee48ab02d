import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { walk } from "../support/walk.mjs";
import { expect, test } from "./shop";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Violation = { id: string; nodes: { target: unknown }[] };

for (const { width, colorScheme } of [
  { width: 360, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
] as const) {
  test(`axe finds nothing on any page, and none scrolls sideways, at ${width} px (${colorScheme})`, async ({
    page,
    shop,
  }) => {
    test.setTimeout(600_000);
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const found: string[] = [];
    await walk(page, shop, async (name) => {
      await page.evaluate(axe);
      const violations: Violation[] = await page.evaluate("axe.run().then((result) => result.violations)");
      for (const { id, nodes } of violations)
        found.push(`${name}: ${id} at ${JSON.stringify(nodes.map((node) => node.target))}`);
      const [content = 0, window = 0] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      if (content > window) found.push(`${name}: ${content} px wide on a screen of ${window} px`);
    });
    expect(found).toEqual([]);
  });
}
