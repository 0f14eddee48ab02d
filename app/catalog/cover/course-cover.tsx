import { classes } from "~/ui/classes";
import type { DisciplineCode } from "../read/disciplines";
import { designCover, margin } from "./design";
import { coverPath } from "./path";

export type CoverCourse = { slug: string; title: string; discipline: DisciplineCode };

/** A course's cover with its title, as wide as its parent. Hidden from screen readers, which get the title next to it.
 *  */
export function Cover({ course, revision, className }: { course: CoverCourse; revision: number; className?: string }) {
  const { palette, lines, size } = designCover(course.discipline, course.title);
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 300 400"
      className={classes("block h-auto w-full rounded-[2px] shadow-cover print:shadow-none", className)}
    >
      <rect width="300" height="400" fill={palette.ground} />
      <image href={coverPath(course.slug, revision)} width="300" height="400" />
      <g fill={palette.title} fontSize={size} className="font-serif font-medium tracking-[-0.01em]">
        {lines.map(({ text, baseline }) => (
          <text key={baseline} x={margin} y={baseline}>
            {text}
          </text>
        ))}
      </g>
      <path d="M9.5 0v400" stroke={palette.line} strokeOpacity="0.28" />
    </svg>
  );
}
