import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Container } from "~/ui/page";
import { CourseShelf } from "./course-card";
import { coverPath } from "./cover-path";
import { Fan, Opening, SaleBanner } from "./home-opening";
import type { HomeView } from "./home-view";

type Props = { view: HomeView; tagline: string; revision: number };

export function HomePage({ view, tagline, revision }: Props) {
  return (
    <>
      <Container className="grid items-center gap-x-16 gap-y-12 pt-10 pb-16 sm:pt-16 lg:grid-cols-[minmax(0,1fr)_29rem] lg:pb-20">
        <Opening tagline={tagline} courses={view.courses} />
        {view.sale ? (
          <SaleBanner sale={view.sale} revision={revision} />
        ) : (
          <Fan covers={view.newest.slice(0, 3).map(({ cover }) => cover)} revision={revision} />
        )}
      </Container>
      <Disciplines view={view} revision={revision} />
      <Container className="space-y-20 pt-16 lg:pt-20">
        <section aria-labelledby="new">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6">
            <h2 id="new" className="text-3xl sm:text-4xl">
              New courses
            </h2>
            <Link to="/catalog?sort=newest" className="inline-block py-2">
              All {view.courses} courses
            </Link>
          </div>
          <CourseShelf cards={view.newest} revision={revision} columns={4} className="mt-8" />
        </section>
        <HowItWorks />
        <Ways />
      </Container>
    </>
  );
}

function Disciplines({ view, revision }: { view: HomeView; revision: number }) {
  return (
    <section aria-labelledby="disciplines" className="border-y border-line bg-surface py-16 lg:py-20">
      <Container>
        <h2 id="disciplines" className="text-3xl sm:text-4xl">
          Start with your discipline
        </h2>
        <ul className="mt-8 grid grid-cols-2 gap-x-4 gap-y-7 sm:grid-cols-3 sm:gap-x-6 lg:grid-cols-4 xl:grid-cols-5">
          {view.disciplines.map(({ code, name, courses }) => (
            <li key={code} className="group relative">
              <img
                src={coverPath(code, revision)}
                alt=""
                width="300"
                height="200"
                loading="lazy"
                className="aspect-3/2 w-full rounded-[2px] object-cover"
              />
              <h3 className="mt-2.5 font-sans text-base font-semibold tracking-normal">
                <Link
                  to={`/catalog?discipline=${code}`}
                  className="text-ink no-underline group-hover:underline after:absolute after:inset-0"
                >
                  {name}
                </Link>
              </h3>
              <p className="tabular text-sm text-muted">{courses === 1 ? "1 course" : `${courses} courses`}</p>
            </li>
          ))}
          <li className="group relative flex flex-col justify-end border border-line-strong p-4 hover:border-ink sm:col-span-2 sm:p-6 lg:col-span-3 xl:col-span-2">
            <Link to="/catalog" className="text-film no-underline group-hover:underline after:absolute after:inset-0">
              <span className="block font-serif text-xl leading-tight sm:text-3xl">All {view.courses} courses</span>
            </Link>
            <p className="mt-1 text-sm text-muted">By content category, format, credits and price</p>
          </li>
        </ul>
      </Container>
    </section>
  );
}

const steps: { title: string; text: string }[] = [
  {
    title: "Choose",
    text: "By discipline, content category, credits or price. Printed, on screen, or the test only if you share a book.",
  },
  { title: "Read", text: "At your own pace. An eBook opens at once; a book comes by mail." },
  {
    title: "Take the post-test",
    text: "Online, whenever you are ready. 75 percent passes, and you have three attempts.",
  },
  {
    title: "Keep the certificate",
    text: "Yours the moment you pass, as a PDF and with an address where anybody can verify it.",
  },
];

function HowItWorks() {
  return (
    <section aria-labelledby="how">
      <h2 id="how" className="text-3xl sm:text-4xl">
        How it works
      </h2>
      <ol className="mt-8 grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
        {steps.map(({ title, text }, index) => (
          <li key={title} className="border-t border-ink pt-4">
            <p aria-hidden="true" className="font-serif text-4xl text-muted">
              {index + 1}
            </p>
            <h3 className="mt-2 text-xl">{title}</h3>
            <p className="mt-2 text-muted">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Ways() {
  return (
    <section aria-labelledby="ways">
      <h2 id="ways" className="text-3xl sm:text-4xl">
        For what you have to show
      </h2>
      <div className="mt-8 grid gap-px border border-line bg-line sm:grid-cols-2">
        <Way to="/structured-education" title="Structured education">
          Sixteen credits for a further discipline, at least one in every content category, within 24 months.
        </Way>
        <Way to="/cqr" title="CQR">
          Targeted education by subcategory, as your self-assessment prescribes it.
        </Way>
        <Way to="/listings" title="Listings to print">
          All courses of a discipline with their credits, for the break-room wall.
        </Way>
        <Way to="/verify" title="Verify a certificate">
          Managers and auditors check a certificate here by its code.
        </Way>
      </div>
    </section>
  );
}

function Way({ to, title, children }: { to: string; title: string; children: ReactNode }) {
  return (
    <div className="group relative bg-surface p-6 hover:bg-film-wash sm:p-8">
      <h3 className="text-2xl">
        <Link to={to} className="text-film no-underline group-hover:underline after:absolute after:inset-0">
          {title}
        </Link>
      </h3>
      <p className="mt-2 max-w-prose text-muted">{children}</p>
    </div>
  );
}
