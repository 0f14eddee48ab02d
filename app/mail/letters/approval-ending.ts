import { type Day, formatDay } from "~/core/dates";
import { withoutLinks } from "~/core/typed-links";
import type { Letter } from "../render/letter";

export type ApprovalEndingData = {
  participant: string;
  courseTitle: string;
  approvalEndsOn: Day;
  /** Store days from today to the approval's last day, which still counts. */
  daysLeft: number;
  attemptsLeft: number;
  /** Whether this is the last reminder. */
  isLast: boolean;
  courseUrl: string;
  optOutUrl: string;
};

/** EDUCATION 7: after an approval ends there is no test or certificate, so learners are reminded beforehand. */
export function approvalEndingLetter(data: ApprovalEndingData): Letter {
  const { courseTitle, approvalEndsOn, daysLeft, attemptsLeft, optOutUrl } = data;
  const when = daysLeft === 0 ? "today" : daysLeft === 1 ? "tomorrow" : `in ${daysLeft} days`;
  return {
    subject: `Approval of ${courseTitle} ends ${when}`,
    title: `Pass the post-test by ${formatDay(approvalEndsOn)}`,
    parts: [
      {
        kind: "text",
        text: `${withoutLinks(data.participant)}, the approval of ${courseTitle} ends ${when}. ${formatDay(approvalEndsOn)} is the last day you can pass its post-test and earn credit. After that, the test closes and no certificate can be issued.`,
      },
      {
        kind: "text",
        text: `You have ${attemptsLeft === 1 ? "one attempt" : `${attemptsLeft} attempts`} left.`,
      },
      { kind: "button", label: "Go to your course", url: data.courseUrl },
    ],
    reason: `You’re getting this because you’re enrolled in the course and haven’t passed yet. ${data.isLast ? "This is the last reminder." : "We’ll remind you once more, seven days before it ends."}`,
    optOutUrl,
  };
}
