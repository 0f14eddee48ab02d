import type { LoaderFunctionArgs } from "@remix-run/node";
import { openEnrollment } from "~/customers/open.server";
import { readCourseText, readEnrollment } from "~/learning/enrollment/read.server";
import { readingMinutes, sectionsOf } from "~/learning/reading/sections";
import { Reading } from "~/learning/reading/text";
import { Container, PageHeader } from "~/ui/page";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export async function loader(args: LoaderFunctionArgs) {
  const { enrollmentId, pages, isLearner } = await openEnrollment(args);
  const enrollment = await readEnrollment(enrollmentId, undefined, { isLearner });
  const text = await readCourseText(enrollment);
  return {
    title: enrollment.courseTitle,
    subtitle: enrollment.courseSubtitle,
    text,
    sections: sectionsOf(text),
    minutes: readingMinutes(text),
    overviewPath: pages.overview(),
    testPath: enrollment.standing.kind === "open" ? pages.test() : undefined,
  };
}

export const meta = pageTitle<typeof loader>((data) => (data ? `Reading: ${data.title}` : "Reading"));

export default function LearningRead() {
  const { title, subtitle, text, sections, minutes, overviewPath, testPath } = useLoaderData<typeof loader>();
  return (
    <Container>
      <PageHeader crumbs={[{ to: overviewPath, label: "Your course" }]} title={title}>
        {subtitle ? <p>{subtitle}</p> : null}
        <p className="mt-2 text-base">About {minutes} minutes</p>
      </PageHeader>
      <Reading text={text} sections={sections} testPath={testPath} />
    </Container>
  );
}
