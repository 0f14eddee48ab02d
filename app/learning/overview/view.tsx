import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { formatDay } from "~/core/dates";
import { ButtonLink } from "~/ui/button";
import { maximumAttempts, type Standing } from "../enrollment/standing";
import { StandingNotice } from "../enrollment/standing-notice";
import { AwaitedLearner } from "../participant/awaited";
import { ParticipantForm } from "../participant/form";
import { ApprovalFacts } from "./approval-facts";
import { Step } from "./step";

export type LearningOverview = {
  courseTitle: string;
  hasReading: boolean;
  participant?: { name: string; email: string };
  approval: { referenceNumber: string; approver: string; category: string; credits: number; endsOn: string };
  daysLeft?: number;
  attempts: { number: number; path: string; correct: number; questions: number; passed: boolean }[];
  passedOn?: string;
  standing: Standing;
  isAccount: boolean;
  /** The learner's letter waits for an answer (EDUCATION 15). */
  isAwaited: boolean;
  /** Where the signed-in learner confirms; undefined if there is nothing to confirm or for anybody else. */
  confirmPath?: string;
  /** After asking to send the letter again. */
  letter?: "sent" | "limit";
  /** A test was submitted, so only the learner's spelling can change. */
  isTested: boolean;
  /** Undefined for the buyer of somebody else's course, who only sees and corrects who learns. */
  paths: Paths | undefined;
};
type Paths = { read: string; test: string; certificate: string };

/** The steps from purchase to certificate. */
export function Overview({ learning, result }: { learning: LearningOverview; result?: SubmissionResult<string[]> }) {
  const { standing, approval, paths } = learning;
  return (
    <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="space-y-8">
        {paths ? (
          <StandingNotice standing={standing} daysLeft={learning.daysLeft} approvalEndsOn={approval.endsOn} />
        ) : null}
        <ol className="space-y-0">
          <LearnerStep learning={learning} result={result} />
          {paths ? (
            <>
              {learning.hasReading ? <ReadStep standing={standing} path={paths.read} /> : null}
              <TestStep learning={learning} path={paths.test} />
              <CertificateStep learning={learning} path={paths.certificate} />
            </>
          ) : null}
        </ol>
      </div>
      <ApprovalFacts approval={approval} />
    </div>
  );
}

function LearnerStep({ learning, result }: { learning: LearningOverview; result?: SubmissionResult<string[]> }) {
  const { participant, standing, isAccount, isTested, isAwaited, confirmPath, letter } = learning;
  const frozen = isOver(standing) || standing.kind === "passed";
  const form = <ParticipantForm participant={participant} spellingOnly={isTested} result={result} />;
  return (
    <Step title="Learner" done={participant !== undefined}>
      {participant ? (
        <p>
          <strong className="font-semibold [overflow-wrap:anywhere]">{participant.name}</strong>
          <br />
          <span className="text-muted [overflow-wrap:anywhere]">{participant.email}</span>
        </p>
      ) : (
        <p className="max-w-prose">
          Each unit is for one person.{" "}
          {isAccount
            ? "Name the learner, and we’ll e-mail them the course’s link."
            : "Name the learner, or send them this page’s address so they can do it."}
        </p>
      )}
      {confirmPath ? (
        <ButtonLink to={confirmPath} look="quiet">
          Confirm your name
        </ButtonLink>
      ) : isAwaited && participant ? (
        <AwaitedLearner email={participant.email} letter={letter} />
      ) : null}
      {frozen ? null : participant ? (
        <details open={result !== undefined || standing.kind === "already-credited"}>
          <summary className="cursor-pointer py-1 text-film underline underline-offset-4">
            {isTested ? "Correct the spelling" : "Change the name, or give this course to someone else"}
          </summary>
          <div className="mt-4">{form}</div>
        </details>
      ) : (
        form
      )}
    </Step>
  );
}

function ReadStep({ standing, path }: { standing: Standing; path: string }) {
  if (standing.kind === "sample" || standing.kind === "closed")
    return (
      <Step title="Read the course" done={false}>
        <p className="text-muted">There is nothing to read here.</p>
      </Step>
    );
  return (
    <Step title="Read the course" done={standing.kind === "passed"}>
      <p className="max-w-prose">Read it online as often as you like, even after the test.</p>
      <ButtonLink to={path} look="quiet">
        Read the course
      </ButtonLink>
    </Step>
  );
}

function TestStep({ learning, path }: { learning: LearningOverview; path: string }) {
  const { standing, attempts } = learning;
  return (
    <Step title="Take the post-test" done={standing.kind === "passed"}>
      {isOver(standing) && attempts.length === 0 ? <p className="text-muted">There is no test to take.</p> : null}
      {standing.kind === "unconfirmed" ? <p className="text-muted">It opens when the learner confirms.</p> : null}
      {standing.kind === "unnamed" ? <p className="text-muted">Name the learner first.</p> : null}
      {standing.kind === "open" ? (
        <>
          <p className="max-w-prose">
            You need 75% to pass. {attemptsLeft(standing.attemptsLeft)} You can keep the text open during the test.
          </p>
          <ButtonLink to={path}>{attempts.length > 0 ? "Try again" : "Take the test"}</ButtonLink>
        </>
      ) : null}
      {attempts.length > 0 ? (
        <ul className="tabular space-y-1">
          {attempts.map(({ number, path: result, correct, questions, passed }) => (
            <li key={number}>
              <Link to={result} className="inline-block py-0.5 underline">
                Attempt {number} of {maximumAttempts}
              </Link>
              : {correct} of {questions} correct, {passed ? "passed" : "not passed"}
            </li>
          ))}
        </ul>
      ) : null}
    </Step>
  );
}

/** No test or certificate is possible for any learner. */
function isOver({ kind }: Standing): boolean {
  return kind === "closed" || kind === "sample" || kind === "locked" || kind === "ended";
}

function attemptsLeft(left: number): string {
  return left === 1 ? "This is your last attempt." : `You have ${left} attempts.`;
}

function CertificateStep({ learning: { standing, passedOn }, path }: { learning: LearningOverview; path: string }) {
  return (
    <Step title="Get the certificate" done={standing.kind === "passed"}>
      {standing.kind === "passed" && passedOn ? (
        <>
          <p>Completed on {formatDay(passedOn)}.</p>
          <ButtonLink to={path}>See the certificate</ButtonLink>
        </>
      ) : (
        <p className="max-w-prose text-muted">
          {isOver(standing)
            ? "This purchase can’t earn a certificate."
            : "You get it as soon as you pass, dated that day."}
        </p>
      )}
    </Step>
  );
}
