import { formatNames } from "~/catalog/read/formats";
import { formatDay } from "~/core/dates";
import { assertNever } from "~/core/result";
import { ButtonLink } from "~/ui/button";
import type { Entry } from "./entry";
import { maximumAttempts, type Standing } from "./standing";

/** Courses with their learners, standing, and links. */
export function EnrollmentList({ title, enrollments }: { title: string; enrollments: Entry[] }) {
  return (
    <section aria-labelledby="courses">
      <h2 id="courses" className="text-3xl">
        {title}
      </h2>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {enrollments.map((entry) => (
          <li key={entry.id} className="flex flex-wrap items-center justify-between gap-4 py-5">
            <div className="min-w-0">
              <h3 className="text-2xl">{entry.courseTitle}</h3>
              <p className="text-muted">
                {formatNames[entry.format]}
                {entry.participant ? `, for ${entry.participant.name}` : ", learner not named yet"}
              </p>
              <p>{standingInText(entry.standing)}</p>
              {entry.daysLeft !== undefined && entry.standing.kind === "open" ? (
                <p className="font-semibold">
                  The approval ends on {formatDay(entry.approvalEndsOn)}: pass the post-test by then.
                </p>
              ) : null}
              <Downloads entry={entry} />
            </div>
            <ButtonLink to={entry.path} look={entry.standing.kind === "open" ? "primary" : "quiet"}>
              Go to course<span className="sr-only"> {entry.courseTitle}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Downloads({ entry: { courseTitle, readPath, certificatePath, certificatePdfPath } }: { entry: Entry }) {
  const links = [
    { to: readPath, label: "Read the text" },
    { to: certificatePath, label: "See the certificate" },
    { to: certificatePdfPath, label: "Certificate, PDF" },
  ].flatMap(({ to, label }) => (to ? [{ to, label }] : []));
  if (links.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-5">
      {links.map(({ to, label }) => (
        <li key={label}>
          <a href={to} className="inline-block py-1">
            {label}
            <span className="sr-only">: {courseTitle}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function standingInText(standing: Standing): string {
  switch (standing.kind) {
    case "passed":
      return "Passed. The certificate is ready.";
    case "closed":
      return "Closed: the order is unpaid or was refunded.";
    case "sample":
      return "Sample course for this demo; no post-test.";
    case "unnamed":
      return "Name the learner to open the post-test.";
    case "unconfirmed":
      return "The post-test opens when the learner confirms by e-mail.";
    case "locked":
      return `Locked after ${maximumAttempts} attempts.`;
    case "already-credited":
      return "Already credited to this person.";
    case "not-started":
      return `Opens on ${formatDay(standing.startsOn)}.`;
    case "ended":
      return `The approval ended on ${formatDay(standing.endedOn)}.`;
    case "open":
      return `Open. ${standing.attemptsLeft} of ${maximumAttempts} attempts left.`;
    default:
      return assertNever(standing);
  }
}
