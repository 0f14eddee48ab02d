import { db } from "~/platform/db/client.server";
import type { Enrolment } from "./enrolments.server";

/** The course's text, read only when somebody opens it. Throws a 404 where the purchase has none, or the course is a sample. */
export async function readText({ courseId, hasReading, standing }: Enrolment): Promise<string> {
  if (standing.kind === "closed") throw new Response("This course is closed.", { status: 404 });
  const course = hasReading ? await db().course.findUnique({ where: { id: courseId } }) : null;
  if (!course?.readingText) throw new Response("This purchase has nothing to read online.", { status: 404 });
  return course.readingText;
}
