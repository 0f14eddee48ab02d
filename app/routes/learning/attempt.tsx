import type { LoaderFunctionArgs } from "@remix-run/node";
import { learningPath, requireLearningLink } from "~/learning/enrollment/links.server";
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
  const id = await requireLearningLink(args);
  const { courseTitle, standing, hasReading } = await readEnrollment(id);
  const { test, answers, ...attempt } = await readAttempt(id, Number(args.params.number));
  const seen = { passed: standing.kind === "passed", locked: standing.kind === "locked" };
  return {
    courseTitle,
    attempt,
    review: mayShowAnswers(answerPolicy, seen) ? { test, answers } : undefined,
    canTryAgain: standing.kind === "open",
    draftKey: draftKey(id, attempt.number),
    paths: {
      overview: learningPath(id),
      read: hasReading && standing.kind !== "closed" ? learningPath(id, "learningRead") : undefined,
      test: learningPath(id, "learningTest"),
      certificate: learningPath(id, "learningCertificate"),
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
