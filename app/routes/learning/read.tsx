import type { LoaderFunctionArgs } from "@remix-run/node";
import { learningPath, requireLearningLink } from "~/learning/enrollment/links.server";
import { readCourseText, readEnrollment } from "~/learning/enrollment/read.server";
import { readingMinutes, sectionsOf } from "~/learning/reading/sections";
import { Reading } from "~/learning/reading/text";
import { Container, PageHeader } from "~/ui/page";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export async function loader(args: LoaderFunctionArgs) {
  const id = await requireLearningLink(args);
  const enrollment = await readEnrollment(id);
  const text = await readCourseText(enrollment);
  return {
    title: enrollment.courseTitle,
    subtitle: enrollment.courseSubtitle,
    text,
    sections: sectionsOf(text),
    minutes: readingMinutes(text),
    overviewPath: learningPath(id),
    testPath: enrollment.standing.kind === "open" ? learningPath(id, "learningTest") : undefined,
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
