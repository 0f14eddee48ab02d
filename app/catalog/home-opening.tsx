import { Link } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Price } from "~/ui/price";
import { Cover } from "./course-cover";
import type { HomeView } from "./home-view";

/** What the shop is, and the quickest way in. */
export function Opening({ tagline, courses }: { tagline: string; courses: number }) {
  return (
    <div>
      <h1 className="text-4xl sm:text-6xl">{tagline}</h1>
      <p className="mt-6 max-w-prose text-lg text-muted">
        {courses} courses for radiologic technologists, by mail or on screen. Each says what it counts for, category by
        category, before you pay.
      </p>
      <form action="/catalog" className="mt-8 flex max-w-xl gap-2">
        <label htmlFor="q" className="sr-only">
          Search by title, topic, author or reference number
        </label>
        <input
          id="q"
          name="q"
          type="search"
          placeholder="Title, topic or author"
          className="min-h-12 w-full min-w-0 rounded-sm border border-line-strong bg-surface px-4 py-2 text-base text-ink placeholder:text-muted"
        />
        <Button className="min-h-12 shrink-0">Search</Button>
      </form>
    </div>
  );
}

/** The featured sale, as checkout knows it: price, units left, end. */
export function SaleBanner({ sale, revision }: { sale: NonNullable<HomeView["sale"]>; revision: number }) {
  return (
    <section
      aria-labelledby="sale"
      className="group relative grid grid-cols-[6.5rem_1fr] gap-4 border-t-4 border-amber-strong bg-amber-wash p-4 sm:grid-cols-[12.5rem_1fr] sm:gap-7 sm:p-7 lg:grid-cols-[11.5rem_1fr] lg:gap-6 lg:p-6"
    >
      <Cover course={sale.cover} revision={revision} />
      <div className="flex min-w-0 flex-col">
        <p className="text-sm font-semibold text-amber">Quantities are limited</p>
        <h2 id="sale" className="mt-1 text-2xl sm:text-3xl">
          <Link
            to={`/courses/${sale.cover.slug}`}
            className="text-ink no-underline group-hover:underline after:absolute after:inset-0"
          >
            {sale.name}
          </Link>
        </h2>
        {sale.subtitle ? <p className="mt-2 text-sm max-sm:hidden">{sale.subtitle}</p> : null}
        <p className="mt-4 text-lg sm:text-2xl">
          <Price cents={sale.price} regularCents={sale.regular} />
        </p>
        <p className="tabular mt-auto pt-4 text-sm">
          <strong className="block">{sale.unitsLeft} left</strong>
          until {sale.ends}
        </p>
      </div>
    </section>
  );
}

/** Where nothing is on sale: the newest covers, one behind the other. */
export function Fan({ covers, revision }: { covers: HomeView["newest"][number]["cover"][]; revision: number }) {
  return (
    <div aria-hidden="true" className="grid grid-cols-5 max-lg:hidden">
      {covers.toReversed().map((cover, index) => (
        <div
          key={cover.slug}
          className={
            [
              "col-span-3 col-start-3 row-start-1 pb-24",
              "col-span-3 col-start-2 row-start-1 pt-12 pb-12",
              "col-span-3 col-start-1 row-start-1 pt-24",
            ][index]
          }
        >
          <Cover course={cover} revision={revision} />
        </div>
      ))}
    </div>
  );
}
