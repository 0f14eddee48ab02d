import type { ReactNode } from "react";

/** One step of a sequence, marked done or to do. */
export function Step({ title, done, children }: { title: string; done: boolean; children: ReactNode }) {
  return (
    <li className="relative border-l-2 border-line pb-10 pl-8 last:border-transparent last:pb-0">
      <Mark done={done} />
      <h2 className="text-2xl">
        {title}
        {done ? <span className="sr-only"> (done)</span> : null}
      </h2>
      <div className="mt-3 space-y-4">{children}</div>
    </li>
  );
}

function Mark({ done }: { done: boolean }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="absolute top-0.5 -left-[13px] size-6">
      <circle
        cx="12"
        cy="12"
        r="10"
        className={done ? "fill-good stroke-good" : "fill-paper stroke-line-strong"}
        strokeWidth="2"
      />
      {done ? <path d="M7 12.5l3.4 3.4L17 9" className="fill-none stroke-paper" strokeWidth="2.4" /> : null}
    </svg>
  );
}
