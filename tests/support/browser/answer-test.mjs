import { readFileSync } from "node:fs";

/**
 * Answers every question of a sample course's open test, correctly or not, and submits it.
 * @param {import("@playwright/test").Page} page
 * @param {string} slug
 * @param {boolean} isRight
 */
export async function answerTest(page, slug, isRight) {
  const { questions } = JSON.parse(readFileSync(`prisma/worlds/sample-shop/readings/${slug}.questions.json`, "utf8"));
  for (const { stem, choices, correct } of questions) {
    const choice = choices[isRight ? correct : (correct + 1) % choices.length];
    await page.getByRole("group", { name: stem }).getByRole("radio", { name: choice, exact: true }).check();
  }
  await page.getByRole("button", { name: "Submit answers" }).click();
}
