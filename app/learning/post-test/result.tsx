import { Link } from "@remix-run/react";
import { ButtonLink } from "~/ui/button";
import { classes } from "~/ui/classes";
import { Notice } from "~/ui/notice";
import { maximumAttempts } from "../enrollment/standing";
import { sectionId } from "../reading/sections";
import { correctToPass, type Questions } from "./grading";

type Props = {
  attempt: { number: number; correct: number; questions: number; passed: boolean; attemptsLeft: number };
  /** Set only if the shop's rule allows showing the answers. */
  review?: { test: Questions; answers: number[] };
  canTryAgain: boolean;
  paths: { overview: string; read?: string; test: string; certificate: string };
};

export function AttemptResult({ attempt, review, canTryAgain, paths }: Props) {
  const { correct, questions, passed, attemptsLeft } = attempt;
  return (
    <div className="space-y-10">
      <Notice tone={passed ? "done" : "problem"} className="max-w-prose">
        <p className="tabular font-serif text-4xl">
          {correct} of {questions}
        </p>
        <p className="mt-2">
          {passed
            ? "You passed. Your certificate is ready, dated the day you passed."
            : `Not passed. You need ${correctToPass(questions)} correct answers. ${whatIsLeft(attemptsLeft)}`}
        </p>
      </Notice>
      <p className="flex flex-wrap gap-3">
        {passed ? <ButtonLink to={paths.certificate}>See the certificate</ButtonLink> : null}
        {canTryAgain ? <ButtonLink to={paths.test}>Try again</ButtonLink> : null}
        {!passed && paths.read ? (
          <ButtonLink to={paths.read} look="quiet">
            Read the course again
          </ButtonLink>
        ) : null}
        <ButtonLink to={paths.overview} look="quiet">
          Back to the course
        </ButtonLink>
      </p>
      {review ? <Review {...review} read={paths.read} /> : null}
    </div>
  );
}

function whatIsLeft(attemptsLeft: number): string {
  if (attemptsLeft === 0) return `You have used all ${maximumAttempts} attempts, so the test is locked.`;
  return attemptsLeft === 1 ? "You have one attempt left." : `You have ${attemptsLeft} attempts left.`;
}

function Review({ test, answers, read }: { test: Questions; answers: number[]; read?: string }) {
  return (
    <section aria-labelledby="review" className="space-y-6">
      <h2 id="review" className="text-3xl">
        Answers and explanations
      </h2>
      <ol className="divide-y divide-line border-y border-line">
        {test.map((question, index) => {
          const chosen = answers[index];
          const right = chosen === question.correct;
          return (
            <li key={question.stem} className="max-w-prose space-y-2 py-6">
              <p className="text-sm text-muted">
                Question {index + 1},{" "}
                <span className={classes("font-semibold", right ? "text-good" : "text-wrong")}>
                  {right ? "correct" : "not correct"}
                </span>
              </p>
              <p className="font-serif text-xl leading-snug">{question.stem}</p>
              {right || chosen === undefined ? null : (
                <p className="text-muted">
                  Your answer: <s>{question.choices[chosen]}</s>
                </p>
              )}
              <p>
                <span className="text-muted">Answer: </span>
                <strong className="font-semibold">{question.choices[question.correct]}</strong>
              </p>
              <p>{question.rationale}</p>
              <p className="text-sm text-muted">
                From:{" "}
                {read ? (
                  <Link to={`${read}#${sectionId(question.section)}`} className="underline">
                    {question.section}
                  </Link>
                ) : (
                  question.section
                )}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
