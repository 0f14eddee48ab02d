import type { CourseId } from "~/core/ids";
import { db } from "~/platform/db/client.server";

/** Titles of all courses, retired ones too, by id: what promotions of the past speak of. */
export async function readTitles(): Promise<(courseId: CourseId) => string> {
  const rows = await db().course.findMany({ select: { id: true, title: true } });
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  return (courseId) => titles.get(courseId) ?? "a course that is gone";
}
