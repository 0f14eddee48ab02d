// `npm run screens`: a screenshot of every page at 360 and 1280 px, light and dark, into screens/.
import { mkdirSync, rmSync } from "node:fs";
import { build, checkNode, installPackages } from "./prepare.mjs";

checkNode();
installPackages();
build();
const { chromium } = await import("@playwright/test");
const { chromiumPath } = await import("./chromium.mjs");
const { chromiumArguments } = await import("../tests/support/browser/chromium-arguments.mjs");
const { openJourneyShop } = await import("../tests/support/shop/open-journey-shop.mjs");
const { walk } = await import("../tests/support/browser/walk.mjs");

const folder = "screens";
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const shop = await openJourneyShop();
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArguments });
let pictures = 0;
for (const width of [360, 1280])
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    await walk(page, shop, async (name) => {
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
      pictures += 1;
    });
    await context.close();
  }
await browser.close();
await shop.close();
console.log(`${pictures} screenshots in ${folder}/`);
