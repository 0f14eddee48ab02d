import { href } from "~/addresses/href";
import { formatCreditCount } from "~/core/credits";
import { formatDay } from "~/core/dates";
import type { Entry } from "~/learning/enrollment/entry";
import { EnrollmentList } from "~/learning/enrollment/list";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/notice";

/** All of a customer's own courses, no matter who bought them. */
export function CoursesView({ courses }: { courses: Entry[] }) {
  if (courses.length === 0)
    return (
      <EmptyState title="No courses yet">
        <p>
          Courses bought by you or for your e-mail address appear here. If you ordered with another address, sign in
          with that one or open the link in your receipt.
        </p>
        <ButtonLink to={href("catalog")}>Find a course</ButtonLink>
      </EmptyState>
    );
  const certified = courses.filter(({ certificateNumber }) => certificateNumber !== undefined);
  const others = courses.filter(({ certificateNumber }) => certificateNumber === undefined);
  return (
    <div className="space-y-12">
      {others.length > 0 ? <EnrollmentList title="Not completed yet" enrollments={others} /> : null}
      {certified.length > 0 ? <Certificates courses={certified} /> : null}
    </div>
  );
}

function Certificates({ courses }: { courses: Entry[] }) {
  return (
    <section aria-labelledby="certificates">
      <h2 id="certificates" className="text-3xl">
        Certificates
      </h2>
      <p className="mt-2 max-w-prose text-muted">
        Keep them for at least four years. You can download them again any time.
      </p>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {courses.map((course) => (
          <li key={course.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-5">
            <div className="min-w-0">
              <h3 className="text-2xl">{course.courseTitle}</h3>
              <p className="tabular text-muted">
                {course.passedOn ? `${formatDay(course.passedOn)} · ` : ""}
                {formatCreditCount(course.credits)} · {course.certificateNumber}
              </p>
            </div>
            <ul className="flex flex-wrap items-center gap-x-5 gap-y-2">
              <li>
                <a href={course.certificatePdfPath} className="inline-block py-1">
                  PDF, Letter<span className="sr-only">: certificate of {course.courseTitle}</span>
                </a>
              </li>
              <li>
                <a href={`${course.certificatePdfPath}?paper=a4`} className="inline-block py-1">
                  PDF, A4<span className="sr-only">: certificate of {course.courseTitle}</span>
                </a>
              </li>
              <li>
                <ButtonLink to={course.path} look="quiet">
                  View<span className="sr-only"> {course.courseTitle}</span>
                </ButtonLink>
              </li>
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
