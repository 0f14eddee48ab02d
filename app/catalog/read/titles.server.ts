import type { CourseId } from "~/core/ids";
import { db } from "~/platform/db/client.server";

/** Titles of all courses by id, including retired ones that old promotions refer to. */
export async function readTitles(): Promise<(courseId: CourseId) => string> {
  const rows = await db().course.findMany({ select: { id: true, title: true } });
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  return (courseId) => titles.get(courseId) ?? "a deleted course";
}
