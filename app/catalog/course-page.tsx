import type { ReactNode } from "react";
import { countCredits } from "~/core/credits";
import { Notice } from "~/ui/notice";
import { Breadcrumb, Container } from "~/ui/page";
import { CourseShelf } from "./course-card";
import { Cover } from "./course-cover";
import { CourseCredits } from "./course-credits";
import type { CourseView } from "./course-view";
import { OrderBox } from "./order-box";

export function CoursePage({ view, revision, isDemo }: { view: CourseView; revision: number; isDemo: boolean }) {
  const { leading } = view;
  return (
    <Container className="space-y-16 pt-6 sm:space-y-20 sm:pt-10">
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-[minmax(0,17rem)_minmax(0,1fr)] lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)] lg:gap-x-16">
        <div className="max-md:w-44">
          <Cover course={view.cover} revision={revision} />
        </div>
        <div>
          <Breadcrumb
            crumbs={[
              { to: "/catalog", label: "Catalog" },
              { to: `/catalog?discipline=${leading.code}`, label: leading.name },
            ]}
          />
          <h1 className="text-4xl sm:text-5xl">{view.title}</h1>
          {view.subtitle ? <p className="mt-2 font-serif text-xl text-muted sm:text-2xl">{view.subtitle}</p> : null}
          <p className="mt-3">{view.authors.join("; ")}</p>
          <p className="mt-5 text-lg">
            <strong className="tabular">{countCredits(view.credits)}</strong>, category {view.approval.category}
          </p>
          {isDemo && !view.isComplete ? (
            <Notice className="mt-5">Sample in this demonstration: no text or post-test behind it.</Notice>
          ) : null}
          <div className="mt-6">
            <OrderBox view={view} />
          </div>
        </div>
      </div>
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <About view={view} />
        <Facts view={view} />
      </div>
      <CourseCredits view={view} />
      {view.related.length > 0 ? (
        <section aria-labelledby="related" className="print:hidden">
          <h2 id="related" className="text-3xl">
            Related courses
          </h2>
          <CourseShelf cards={view.related} revision={revision} columns={4} className="mt-6" />
        </section>
      ) : null}
    </Container>
  );
}

function About({ view }: { view: CourseView }) {
  return (
    <section aria-labelledby="about">
      <h2 id="about" className="text-3xl">
        About this course
      </h2>
      <p className="mt-4 max-w-prose font-serif text-xl leading-relaxed">{view.summary}</p>
      <h3 className="mt-8 text-xl">When you have finished it, you can</h3>
      <ul className="mt-3 max-w-prose list-disc space-y-2 pl-5 marker:text-line-strong">
        {view.objectives.map((objective) => (
          <li key={objective}>{`${objective.charAt(0).toLowerCase()}${objective.slice(1)}`}</li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ view: { approval, pageCount, publishedOn, isbn } }: { view: CourseView }) {
  return (
    <section aria-labelledby="facts" className="self-start">
      <h2 id="facts" className="text-2xl">
        Approval
      </h2>
      <dl className="mt-3 divide-y divide-line border-y border-line">
        <Fact name="Approved by">{approval.approver}</Fact>
        <Fact name="Reference no.">
          <span className="tabular">{approval.referenceNumber}</span>
        </Fact>
        <Fact name="Category">{approval.category}</Fact>
        <Fact name="From">{approval.startsOn}</Fact>
        <Fact name="To">
          {approval.endsOn}
          {approval.state === "ended" ? <strong className="text-wrong"> (ended)</strong> : null}
        </Fact>
        <Fact name="Pages">{pageCount}</Fact>
        <Fact name="Published">{publishedOn}</Fact>
        {isbn ? (
          <Fact name="ISBN">
            <span className="tabular">{isbn}</span>
          </Fact>
        ) : null}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-6 py-2">
      <dt className="shrink-0 text-muted">{name}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}
