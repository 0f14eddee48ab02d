import { db } from "~/platform/db/client.server";
import type { Enrollment } from "../enrollment/read.server";

/** The course's text. Throws a 404 if the purchase doesn't include it or the course is a sample. */
export async function readText({ courseId, hasReading, standing }: Enrollment): Promise<string> {
  if (standing.kind === "closed") throw new Response("This course is closed.", { status: 404 });
  const course = hasReading ? await db().course.findUnique({ where: { id: courseId } }) : null;
  if (!course?.readingText) throw new Response("This purchase has nothing to read online.", { status: 404 });
  return course.readingText;
}
