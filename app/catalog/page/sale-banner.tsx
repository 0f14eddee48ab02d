import { href } from "~/addresses/href";
import { ButtonLink } from "~/ui/button";
import { Price } from "~/ui/price";
import { Cover } from "../cover/course-cover";
import { Countdown } from "./countdown";
import type { SaleBanner } from "./home-view";

/** The featured sale: how many are left, where they are limited, is the figure that checkout uses. */
export function FeaturedSaleBanner({ banner, revision }: { banner: SaleBanner; revision: number }) {
  const { name, cover, price, regular, unitsLeft, ends } = banner;
  return (
    <section
      aria-labelledby="sale"
      className="group relative grid grid-cols-[5.5rem_1fr] items-center gap-4 border-t-4 border-amber-strong bg-amber-wash p-4 sm:grid-cols-[11rem_1fr] sm:gap-8 sm:p-8 lg:grid-cols-[10.5rem_1fr] lg:gap-7"
    >
      <Cover course={cover} revision={revision} className="self-start" />
      <div className="min-w-0">
        <h2 id="sale" className="text-2xl sm:text-3xl">
          {name}
        </h2>
        <p className="mt-2 text-lg sm:text-2xl">
          <Price cents={price} regularCents={regular} />
        </p>
        <p className="mt-3 text-sm sm:text-base">
          {unitsLeft === null ? null : (
            <>
              <strong className="tabular font-bold text-amber">{unitsLeft} left</strong>, quantities are limited.
            </>
          )}
          <span className="block">
            Ends {ends.text}
            {ends.minutesLeft === undefined ? null : (
              <>
                {" "}
                (<Countdown minutesLeft={ends.minutesLeft} />)
              </>
            )}
          </span>
        </p>
        <ButtonLink to={href("course", { slug: cover.slug })} className="mt-4 max-sm:px-3 after:absolute after:inset-0">
          See {cover.title}
        </ButtonLink>
      </div>
    </section>
  );
}
