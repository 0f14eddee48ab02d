import { formatDay } from "~/core/dates";
import { assertNever } from "~/core/result";
import { Notice } from "~/ui/notice";
import { maximumAttempts, type Standing } from "./standing";

type Props = { standing: Standing; daysLeft?: number; approvalEndsOn: string };

/** Why the test can't be taken, or a warning if the approval ends soon. */
export function StandingNotice({ standing, daysLeft, approvalEndsOn }: Props) {
  const notice = noticeFor(standing, daysLeft, approvalEndsOn);
  return notice ? (
    <Notice tone={notice.tone} className="max-w-prose">
      <p className="font-semibold">{notice.title}</p>
      <p className="mt-1">{notice.text}</p>
    </Notice>
  ) : null;
}

type NoticeText = { tone: "info" | "problem" | "done"; title: string; text: string };

function noticeFor(standing: Standing, daysLeft: number | undefined, approvalEndsOn: string): NoticeText | undefined {
  switch (standing.kind) {
    case "open":
    case "unnamed":
      if (daysLeft === undefined) return undefined;
      return {
        tone: "problem",
        title: daysLeft === 0 ? "Today is the last day." : `The approval ends on ${formatDay(approvalEndsOn)}.`,
        text: "Pass the test by that day. After that, the test closes and no certificate can be issued.",
      };
    case "passed":
      return undefined;
    case "closed":
      return {
        tone: "problem",
        title: "This course is closed.",
        text: "The order is unpaid, or access ended with a refund. Contact us if you think this is a mistake.",
      };
    case "sample":
      return {
        tone: "info",
        title: "This is a sample course.",
        text: "It shows what the catalog can offer. It has no text or test, so it can’t earn a certificate.",
      };
    case "locked":
      return {
        tone: "problem",
        title: "The test is locked.",
        text: `All ${maximumAttempts} attempts were used without a pass. Contact us if you need help with next steps.`,
      };
    case "unconfirmed":
      return {
        tone: "info",
        title: "The post-test opens when the learner confirms.",
        text: "We e-mailed the learner a link to confirm name and address. You can read the course now.",
      };
    case "already-credited":
      return {
        tone: "problem",
        title: "This person already has a certificate for this course.",
        text: "The same activity can’t earn credit twice. Name another learner for this purchase.",
      };
    case "not-started":
      return {
        tone: "info",
        title: `The approval begins on ${formatDay(standing.startsOn)}.`,
        text: "The test opens on that day.",
      };
    case "ended":
      return {
        tone: "problem",
        title: `The approval ended on ${formatDay(standing.endedOn)}.`,
        text: "Courses completed after that day earn no credit, so the test is closed. Contact us about your purchase.",
      };
    default:
      return assertNever(standing);
  }
}
