import type { LoaderFunctionArgs } from "@remix-run/node";
import { openEnrollment } from "~/customers/open.server";
import { readEnrollment } from "~/learning/enrollment/read.server";
import { maximumAttempts } from "~/learning/enrollment/standing";
import { readAttempt } from "~/learning/post-test/attempts.server";
import { draftKey } from "~/learning/post-test/draft-key";
import { answerPolicy, mayShowAnswers } from "~/learning/post-test/grading";
import { AttemptResult } from "~/learning/post-test/result";
import { useForgetDraft } from "~/learning/post-test/use-draft";
import { Container, PageHeader } from "~/ui/page";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export async function loader(args: LoaderFunctionArgs) {
  const { enrollmentId: id, pages, isLearner } = await openEnrollment(args);
  const { courseTitle, standing, hasReading } = await readEnrollment(id, undefined, { isLearner });
  const { test, answers, ...attempt } = await readAttempt(id, Number(args.params.number));
  const seen = { passed: standing.kind === "passed", locked: standing.kind === "locked" };
  return {
    courseTitle,
    attempt,
    review: mayShowAnswers(answerPolicy, seen) ? { test, answers } : undefined,
    canTryAgain: standing.kind === "open",
    draftKey: draftKey(id, attempt.number),
    paths: {
      overview: pages.overview(),
      read: hasReading && standing.kind !== "closed" ? pages.read() : undefined,
      test: pages.test(),
      certificate: pages.certificate(),
    },
  };
}

export const meta = pageTitle<typeof loader>((data) =>
  data ? `${data.attempt.passed ? "Passed" : "Not passed"}: ${data.courseTitle}` : "Post-test",
);

export default function LearningAttempt() {
  const { courseTitle, attempt, review, canTryAgain, draftKey: key, paths } = useLoaderData<typeof loader>();
  useForgetDraft(key);
  return (
    <Container narrow>
      <PageHeader crumbs={[{ to: paths.overview, label: "Your course" }]} title={courseTitle}>
        <p>
          Attempt {attempt.number} of {maximumAttempts}
        </p>
      </PageHeader>
      <AttemptResult attempt={attempt} review={review} canTryAgain={canTryAgain} paths={paths} />
    </Container>
  );
}
