import { href } from "~/addresses/href";
import { formatCreditCount } from "~/core/credits";
import { Notice } from "~/ui/notice";
import { Breadcrumb, Container } from "~/ui/page";
import { Cover } from "../cover/course-cover";
import { CourseAbout } from "./course-about";
import { CourseShelf } from "./course-card";
import { CourseCredits } from "./course-credits";
import { CourseFacts } from "./course-facts";
import type { CourseView } from "./course-view";
import { OrderBox } from "./order-box";

type Props = { view: CourseView; revision: number; isDemo: boolean };

/** On a phone the order box follows the title; on wide screens it stays in view if the window is tall enough. */
export function CoursePage({ view, revision, isDemo }: Props) {
  return (
    <Container className="grid gap-y-8 pt-6 sm:pt-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr] lg:gap-x-12 lg:gap-y-16 xl:gap-x-14">
      <Opening view={view} revision={revision} />
      <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <div className="space-y-4 lg:[@media(min-height:46rem)]:sticky lg:[@media(min-height:46rem)]:top-6">
          {isDemo && !view.isComplete ? (
            <Notice className="text-sm">Sample course for this demo: it has no text or post-test.</Notice>
          ) : null}
          <OrderBox view={view} />
        </div>
      </div>
      <div className="space-y-16 pt-6 sm:space-y-20 lg:col-start-1 lg:pt-0">
        <CourseAbout view={view} />
        <CourseFacts view={view} />
        <CourseCredits view={view} />
        {view.related.length > 0 ? (
          <section aria-labelledby="related" className="print:hidden">
            <h2 id="related" className="text-3xl">
              Related courses
            </h2>
            <CourseShelf cards={view.related} revision={revision} className="mt-6" />
          </section>
        ) : null}
      </div>
    </Container>
  );
}

function Opening({ view, revision }: Pick<Props, "view" | "revision">) {
  const { leading, title, subtitle, authors, credits, approval } = view;
  return (
    <div className="grid content-start gap-x-8 gap-y-6 md:grid-cols-[16rem_minmax(0,1fr)] lg:grid-cols-[14rem_minmax(0,1fr)] xl:grid-cols-[17rem_minmax(0,1fr)]">
      <div className="max-md:w-40">
        <Cover course={view.cover} revision={revision} />
      </div>
      <div>
        <Breadcrumb
          crumbs={[
            { to: href("catalog"), label: "Catalog" },
            { to: href("catalog", { discipline: leading.code }), label: leading.name },
          ]}
        />
        <h1 className="text-4xl sm:text-5xl lg:text-4xl xl:text-[2.75rem]">{title}</h1>
        {subtitle ? (
          <p className="mt-2 font-serif text-xl text-pretty text-muted sm:text-2xl lg:text-xl">{subtitle}</p>
        ) : null}
        <p className="mt-3">{authors.join("; ")}</p>
        <p className="mt-5 text-lg">
          <strong className="tabular">{formatCreditCount(credits)}</strong>, category {approval.category}
        </p>
      </div>
    </div>
  );
}
