import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { coverPath } from "../cover/path";
import type { HomeView } from "./home-view";

type Props = { disciplines: HomeView["disciplines"]; courses: number; revision: number };

const link = "no-underline group-hover:underline after:absolute after:inset-0";

/** The disciplines, each with a picture of its own, and the whole catalog behind them. */
export function DisciplineShelf({ disciplines, courses, revision }: Props) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-7 sm:grid-cols-3 sm:gap-x-6 lg:grid-cols-5">
      {disciplines.map(({ code, name, courses: count }) => (
        <li key={code} className="group relative">
          <img
            src={coverPath(code, revision)}
            alt=""
            width="300"
            height="200"
            loading="lazy"
            className="h-auto w-full rounded-[2px] shadow-cover motion-safe:transition-transform motion-safe:duration-200 motion-safe:group-hover:-translate-y-1"
          />
          <h3 className="mt-3 font-sans text-base leading-snug font-semibold tracking-normal">
            <Link to={href("catalog", { discipline: code })} className={`text-ink ${link}`}>
              {name}
            </Link>
          </h3>
          <p className="tabular mt-0.5 text-sm text-muted">{count === 1 ? "1 course" : `${count} courses`}</p>
        </li>
      ))}
      <li className="group relative flex flex-col items-start sm:col-span-2">
        <h3 className="text-2xl sm:mt-2 sm:text-3xl">
          <Link to={href("catalog")} className={`text-film ${link}`}>
            All {courses} courses <span aria-hidden="true">→</span>
          </Link>
        </h3>
        <p className="mt-2 text-sm text-muted sm:text-base">By content category, format, credits and price</p>
      </li>
    </ul>
  );
}
