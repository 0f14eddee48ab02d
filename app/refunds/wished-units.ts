import { EnrollmentId } from "~/core/ids";
/** The ids of the units that a stored wish is about. */
export function wishedUnits(enrolmentIds: unknown): EnrollmentId[] {
  return Array.isArray(enrolmentIds) ? enrolmentIds.map((id) => EnrollmentId.parse(String(id))) : [];
}

/** The titles of what is wished, each once: "2 × Doses". `units` are the order's, in its own order. */
export function wishedTitles(enrolmentIds: unknown, units: { id: EnrollmentId; title: string }[]): string[] {
  const wished = new Set(wishedUnits(enrolmentIds));
  const counts = new Map<string, number>();
  for (const { id, title } of units) if (wished.has(id)) counts.set(title, (counts.get(title) ?? 0) + 1);
  return [...counts].map(([title, count]) => (count === 1 ? title : `${count} × ${title}`));
}
