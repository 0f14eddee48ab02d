import { EnrollmentId } from "~/core/ids";
/** The unit ids of a saved refund request. */
export function requestedUnits(enrollmentIds: unknown): EnrollmentId[] {
  return Array.isArray(enrollmentIds) ? enrollmentIds.map((id) => EnrollmentId.parse(String(id))) : [];
}

/** The requested titles, each once: "2 × Doses". `units` are the order's, in its own sequence. */
export function requestedTitles(enrollmentIds: unknown, units: { id: EnrollmentId; title: string }[]): string[] {
  const requested = new Set(requestedUnits(enrollmentIds));
  const counts = new Map<string, number>();
  for (const { id, title } of units) if (requested.has(id)) counts.set(title, (counts.get(title) ?? 0) + 1);
  return [...counts].map(([title, count]) => (count === 1 ? title : `${count} × ${title}`));
}
