import type { Format } from "~/catalog/read/formats";
import type { EnrollmentId } from "~/core/ids";
import type { LearningPages } from "./pages";
import type { Standing } from "./standing";

type Unit = {
  id: EnrollmentId;
  courseTitle: string;
  format: Format;
  participant?: { name: string };
  standing: Standing;
  daysLeft?: number;
  passedOn?: string;
  approvalEndsOn: string;
  credits: number;
  certificateNumber?: string;
  hasReading: boolean;
};

/** A unit as a list shows it, with the paths that its reader may open. Nothing else of it leaves the server (SECURITY 15.3.1). */
export function entryOf(unit: Unit, { pages, canLearn }: { pages: LearningPages; canLearn: boolean }) {
  const { id, courseTitle, format, participant, standing, daysLeft, passedOn, approvalEndsOn, credits } = unit;
  const isCertified = canLearn && unit.certificateNumber !== undefined;
  return {
    ...{ id, courseTitle, format, standing, daysLeft, passedOn, approvalEndsOn, credits },
    participant: participant && { name: participant.name },
    certificateNumber: isCertified ? unit.certificateNumber : undefined,
    path: pages.overview(),
    readPath: canLearn && unit.hasReading && isReadable(standing) ? pages.read() : undefined,
    certificatePath: isCertified ? pages.certificate() : undefined,
    certificatePdfPath: isCertified ? pages.certificatePdf() : undefined,
  };
}

export type Entry = ReturnType<typeof entryOf>;

function isReadable({ kind }: Standing): boolean {
  return kind !== "closed" && kind !== "sample";
}
