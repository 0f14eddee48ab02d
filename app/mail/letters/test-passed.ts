import { formatCreditCount } from "~/core/credits";
import { type Day, formatDay } from "~/core/dates";
import { withoutLinks } from "~/core/typed-links";
import type { Letter } from "../render/letter";

export type TestPassedData = {
  participant: string;
  courseTitle: string;
  certificateNumber: string;
  referenceNumber: string;
  approver: string;
  /** "A" or "A+". */
  category: string;
  credits: number;
  disciplines: { name: string; credits: number }[];
  completedOn: Day;
  /** Demo certificates earn no credit and don't verify as valid. */
  isDemo: boolean;
  certificateUrl: string;
  verificationUrl: string;
};

export function testPassedLetter(data: TestPassedData): Letter {
  const { courseTitle, disciplines, completedOn } = data;
  return {
    subject: `Your certificate: ${courseTitle}`,
    title: "You passed",
    parts: [
      {
        kind: "text",
        text: `${withoutLinks(data.participant)}, you passed the post-test for ${courseTitle} on ${formatDay(completedOn)}. Your certificate of completion is ready to view, print, and save as a PDF.`,
      },
      ...(data.isDemo ? [{ kind: "text" as const, text: "This is a demo: the certificate earns no credit." }] : []),
      { kind: "button", label: "View your certificate", url: data.certificateUrl },
      {
        kind: "facts",
        rows: [
          { label: "Credits", lines: [`${formatCreditCount(data.credits)}, category ${data.category}`] },
          { label: "In each discipline", lines: disciplines.map(disciplineText) },
          { label: "Approved by", lines: [`${data.approver}, reference number ${data.referenceNumber}`] },
          { label: "Certificate number", lines: [data.certificateNumber] },
          { label: "Anyone can verify it at", lines: [data.verificationUrl] },
        ],
      },
      {
        kind: "text",
        text: "Keep the certificate with your records. Credits in different disciplines are counted separately and never added together; ARRT decides what counts.",
      },
    ],
    reason: "You’re getting this because you passed a post-test with us.",
  };
}

function disciplineText({ name, credits }: { name: string; credits: number }): string {
  return `${name}: ${formatCreditCount(credits)}`;
}
