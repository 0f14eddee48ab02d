import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { href } from "~/addresses/href";
import { Container } from "~/ui/page";
import { Cover } from "../cover/course-cover";
import { SearchRow } from "./catalog-filters";
import { CourseShelf } from "./course-card";
import { DisciplineShelf } from "./discipline-shelf";
import type { HomeView } from "./home-view";
import { HowItWorks, Requirements } from "./how-it-works";
import { FeaturedSaleBanner } from "./sale-banner";

type Props = { view: HomeView; revision: number; tagline: string };

export function HomePage({ view, revision, tagline }: Props) {
  return (
    <>
      <Container className="grid items-center gap-x-16 gap-y-10 pt-8 pb-12 sm:pt-14 sm:pb-16 lg:grid-cols-[1fr_29rem] lg:py-16">
        <div>
          <h1 className="text-pretty text-4xl sm:text-5xl xl:text-6xl">{tagline}</h1>
          <p className="mt-5 max-w-prose text-lg text-muted">
            {view.courses} approved courses in {view.disciplines.length} disciplines. Each one says what it gives in
            every content category before you buy it.
          </p>
          <Form action={href("catalog")} role="search" className="mt-7">
            <SearchRow q="" />
          </Form>
          <p className="mt-4 flex flex-wrap gap-x-6 font-semibold">
            <Link to={href("catalog")} className="inline-block py-1">
              Browse the catalog
            </Link>
            <Link to={href("listings")} className="inline-block py-1">
              Listings for structured education and CQR
            </Link>
          </p>
        </div>
        {view.banner ? (
          <FeaturedSaleBanner banner={view.banner} revision={revision} />
        ) : (
          <Covers covers={view.covers} revision={revision} />
        )}
      </Container>

      <div className="border-y border-line bg-surface py-12 sm:py-16">
        <Container>
          <SectionHeading title="Find your discipline" />
          <DisciplineShelf disciplines={view.disciplines} courses={view.courses} revision={revision} />
        </Container>
      </div>

      {view.newest.length > 0 ? (
        <Container className="py-12 sm:py-16">
          <SectionHeading title="New courses">
            <Link to={href("catalog", { sort: "newest" })} className="inline-block py-1">
              All new courses
            </Link>
          </SectionHeading>
          <CourseShelf cards={view.newest} revision={revision} columns={4} />
        </Container>
      ) : null}

      <div className="border-y border-line bg-sunken py-12 sm:py-16">
        <Container>
          <SectionHeading title="From choosing to certificate" />
          <HowItWorks />
        </Container>
      </div>

      <Container className="pt-12 sm:pt-16">
        <SectionHeading title="What are your credits for?" />
        <Requirements />
      </Container>
    </>
  );
}

function SectionHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mb-8 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <h2 className="text-3xl sm:text-4xl">{title}</h2>
      {children}
    </div>
  );
}

/** What stands at the top while nothing is on sale: the newest books, as in a window. */
function Covers({ covers, revision }: { covers: HomeView["covers"]; revision: number }) {
  return (
    <ul aria-label="New courses" className="mx-auto flex w-full max-w-xl items-center">
      {covers.map((cover) => (
        <li
          key={cover.slug}
          className="relative w-[38%] even:z-10 even:-mx-[11%] even:w-[46%] motion-safe:transition-transform motion-safe:duration-200 motion-safe:hover:-translate-y-1"
        >
          <Link to={href("course", { slug: cover.slug })} className="block">
            <Cover course={cover} revision={revision} />
            <span className="sr-only">{cover.title}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
