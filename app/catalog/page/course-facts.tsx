import type { ReactNode } from "react";
import { formatCreditCount } from "~/core/credits";
import type { CourseView } from "./course-view";

/** What a buyer needs for their records: who approved the course, for what, and when. */
export function CourseFacts({ view: { credits, approval, pageCount, publishedOn, isbn } }: { view: CourseView }) {
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="text-3xl">
        Approval and edition
      </h2>
      <dl className="mt-4 grid gap-x-10 border-t border-line sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
        <Fact name="Credits">{formatCreditCount(credits)}</Fact>
        <Fact name="Category">{approval.category}</Fact>
        <Fact name="Approved by">{approval.approver}</Fact>
        <Fact name="Reference no.">
          <span className="whitespace-nowrap">{approval.referenceNumber}</span>
        </Fact>
        <Fact name="Approved from">
          {approval.startsOn}
          {approval.state === "not-started" ? <strong> (not yet started)</strong> : null}
        </Fact>
        <Fact name="Approved through">
          {approval.endsOn}
          {approval.state === "ended" ? <strong className="text-wrong"> (ended)</strong> : null}
        </Fact>
        <Fact name="Pages">{pageCount}</Fact>
        <Fact name="Published">{publishedOn}</Fact>
        {isbn ? <Fact name="ISBN">{isbn}</Fact> : null}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-6 border-b border-line py-2">
      <dt className="shrink-0 text-muted">{name}</dt>
      <dd className="tabular text-right">{children}</dd>
    </div>
  );
}
