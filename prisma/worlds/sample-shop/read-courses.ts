import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SampleCourse, SamplePostTest } from "./sample-course";

const folder = join(process.cwd(), "prisma/worlds/sample-shop");

/** The sample shop's own facts. */
export function readShopFacts() {
  return JSON.parse(readFileSync(join(folder, "shop.json"), "utf8"));
}

/** All courses in `courses/*.json` with their reading text and post-test, if any. Throws on an invalid file. */
export function readCourses() {
  return readdirSync(join(folder, "courses"))
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => SampleCourse.array().parse(JSON.parse(readFileSync(join(folder, "courses", file), "utf8"))))
    .map((course) => {
      const reading = join(folder, "readings", `${course.slug}.md`);
      const questions = join(folder, "readings", `${course.slug}.questions.json`);
      const complete = existsSync(reading) && existsSync(questions);
      return {
        ...course,
        readingText: complete ? readFileSync(reading, "utf8") : null,
        postTest: complete ? SamplePostTest.parse(JSON.parse(readFileSync(questions, "utf8"))) : null,
      };
    });
}
