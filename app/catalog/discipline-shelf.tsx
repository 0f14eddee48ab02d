import { Link } from "@remix-run/react";
import { Cover } from "./course-cover";
import type { HomeView } from "./home-view";

type Props = { disciplines: HomeView["disciplines"]; courses: number; revision: number };

const tile = "group relative flex flex-col";
const picture = "motion-safe:transition-transform motion-safe:duration-200 motion-safe:group-hover:-translate-y-1";
const link = "text-ink no-underline group-hover:underline after:absolute after:inset-0";

/** The disciplines, each with a cover of its own, and the whole catalog behind them. */
export function DisciplineShelf({ disciplines, courses, revision }: Props) {
  return (
    <ul className="grid grid-cols-3 gap-x-3 gap-y-7 sm:grid-cols-5 sm:gap-x-5 lg:grid-cols-7">
      {disciplines.map(({ code, name, courses: count }) => (
        <li key={code} className={tile}>
          <div className={picture}>
            <Cover course={{ slug: code, title: name, discipline: code }} revision={revision} />
          </div>
          <h3 className="mt-3 font-sans text-sm leading-snug font-semibold tracking-normal hyphens-auto">
            <Link to={`/catalog?discipline=${code}`} className={link}>
              {name}
            </Link>
          </h3>
          <Count courses={count} />
        </li>
      ))}
      <li className={tile}>
        <div className={picture}>
          <Shelf />
        </div>
        <h3 className="mt-3 font-sans text-sm leading-snug font-semibold tracking-normal">
          <Link to="/catalog" className={link}>
            The whole catalog
          </Link>
        </h3>
        <Count courses={courses} />
      </li>
    </ul>
  );
}

function Count({ courses }: { courses: number }) {
  return (
    <p className="tabular mt-0.5 text-sm text-muted">
      {courses} {courses === 1 ? "course" : "courses"}
    </p>
  );
}

/** Backs of books on a shelf, in line. */
function Shelf() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 300 400"
      strokeWidth="2"
      className="block h-auto w-full rounded-[2px] fill-none stroke-line-strong"
    >
      <rect x="1" y="1" width="298" height="398" className="fill-paper stroke-line" />
      <path d="M40 190h220M40 340h220" />
      <path d="M56 190V84h26v106M82 190V70h18v120M100 190V96h32v94M150 190l-13-98 24-4 14 102M190 190V78h22v112M212 190V90h30v100" />
      <path d="M56 340V230h20v110M76 340V246h34v94M110 340V222h24v118M134 340V240h20v100M196 340l15-104 25 4-15 100" />
      <path
        d="M61 100h16M61 106h16M105 112h22M195 94h12M217 106h20M81 262h24M115 238h14M115 244h14"
        className="stroke-film"
      />
    </svg>
  );
}
